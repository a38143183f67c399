package dev.carillon.gateway.chat.telegram;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// All that is kept of Telegram's.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BotRows extends GenericRepository<BotRow, String> {
    @Query(value = "SELECT next_update FROM telegram_bot WHERE bot = :bot", nativeQuery = true)
    Optional<Long> nextUpdate(String bot);

    /// Never backwards: who lost its lease may be late.
    @Query(
            value =
                    """
                    INSERT INTO telegram_bot (bot, next_update) VALUES (:bot, :next)
                    ON CONFLICT (bot) DO UPDATE SET next_update =
                        CASE WHEN telegram_bot.next_update < excluded.next_update
                             THEN excluded.next_update ELSE telegram_bot.next_update END
                    """,
            nativeQuery = true)
    void advance(String bot, long next);

    @Query(
            value = "SELECT menu FROM telegram_bot WHERE bot = :bot AND menu IS NOT NULL",
            nativeQuery = true)
    Optional<String> menu(String bot);

    @Query(
            value =
                    """
                    INSERT INTO telegram_bot (bot, next_update, menu) VALUES (:bot, 0, :menu)
                    ON CONFLICT (bot) DO UPDATE SET menu = excluded.menu
                    """,
            nativeQuery = true)
    void setMenu(String bot, String menu);

    @Query(
            value = "SELECT webhook FROM telegram_bot WHERE bot = :bot AND webhook IS NOT NULL",
            nativeQuery = true)
    Optional<String> webhook(String bot);

    @Query(
            value =
                    """
                    INSERT INTO telegram_bot (bot, next_update, webhook) VALUES (:bot, 0, :webhook)
                    ON CONFLICT (bot) DO UPDATE SET webhook = excluded.webhook
                    """,
            nativeQuery = true)
    void setWebhook(String bot, String webhook);

    @Query(value = "UPDATE telegram_bot SET webhook = NULL WHERE bot = :bot", nativeQuery = true)
    void forgetWebhook(String bot);

    @Query(
            value =
                    """
                    INSERT INTO telegram_set_aside (bot, update_id, body, problem, at)
                    VALUES (:bot, :updateId, :body, :problem, :at)
                    ON CONFLICT (bot, update_id) DO NOTHING
                    """,
            nativeQuery = true)
    void setAside(String bot, long updateId, String body, String problem, long at);

    @Query(
            value =
                    """
                    INSERT INTO telegram_pressed (bot, chat, message_id, body, at)
                    VALUES (:bot, :chat, :messageId, :body, :at)
                    ON CONFLICT (bot, chat, message_id)
                    DO UPDATE SET body = excluded.body, at = excluded.at
                    """,
            nativeQuery = true)
    void keepPressed(String bot, String chat, String messageId, String body, long at);

    @Query(
            value =
                    """
                    SELECT body FROM telegram_pressed
                    WHERE bot = :bot AND chat = :chat AND message_id = :messageId
                    """,
            nativeQuery = true)
    Optional<String> pressed(String bot, String chat, String messageId);

    @Query(value = "DELETE FROM telegram_pressed WHERE at < :before", nativeQuery = true)
    void forgetPressed(long before);

    @Query(
            value =
                    """
                    INSERT INTO telegram_moved (bot, chat, moved) VALUES (:bot, :chat, :moved)
                    ON CONFLICT (bot, chat) DO UPDATE SET moved = excluded.moved
                    """,
            nativeQuery = true)
    void move(String bot, String chat, String moved);

    @Query(
            value = "SELECT moved FROM telegram_moved WHERE bot = :bot AND chat = :chat",
            nativeQuery = true)
    Optional<String> movedTo(String bot, String chat);

    @Query(
            value = "SELECT chat FROM telegram_moved WHERE bot = :bot AND moved = :moved",
            nativeQuery = true)
    List<String> movedFrom(String bot, String moved);
}
