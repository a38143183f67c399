package dev.carillon.gateway.chat.telegram;

import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What is kept of one bot in the database.
final class BotMemory {
    private static final Duration PRESSED_KEPT = Duration.ofDays(7);

    private final String bot;
    private final BotRows rows;
    private final Transactions transactions;
    private final InstantSource clock;

    BotMemory(String bot, BotRows rows, Transactions transactions, InstantSource clock) {
        this.bot = bot;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The first update that has not been taken in; 0 for a bot that is new here.
    long nextUpdate() {
        return rows.nextUpdate(bot).orElse(0L);
    }

    /// All updates before this one have been taken in. Joins a transaction.
    void advance(long nextUpdate) {
        transactions.run(() -> rows.advance(bot, nextUpdate));
    }

    /// Puts an update away that cannot be read, and goes on to the next.
    void setAside(long updateId, String body, String problem) {
        long now = clock.millis();
        transactions.run(() -> {
            rows.setAside(bot, updateId, body.replace("\0", ""), problem, now);
            rows.advance(bot, updateId + 1);
        });
    }

    Optional<String> menu() {
        return rows.menu(bot);
    }

    void setMenu(String menu) {
        transactions.run(() -> rows.setMenu(bot, menu));
    }

    /// The webhook that was set from here, if one is.
    Optional<String> webhook() {
        return rows.webhook(bot);
    }

    void setWebhook(String url) {
        transactions.run(() -> rows.setWebhook(bot, url));
    }

    void forgetWebhook() {
        transactions.run(() -> rows.forgetWebhook(bot));
    }

    /// Keeps a message of which a button was pressed. Joins a transaction.
    void keepPressed(String chat, String messageId, ShownMessage message) {
        Instant now = clock.instant();
        rows.forgetPressed(now.minus(PRESSED_KEPT).toEpochMilli());
        rows.keepPressed(bot, chat, messageId, message.json(), now.toEpochMilli());
    }

    Optional<ShownMessage> pressed(String chat, String messageId) {
        return rows.pressed(bot, chat, messageId).map(ShownMessage::ofJson);
    }

    void move(String chat, String moved) {
        transactions.run(() -> rows.move(bot, chat, moved));
    }

    /// The id that a chat has on Telegram now.
    String idOf(String chat) {
        return isGroup(chat) ? rows.movedTo(bot, chat).orElse(chat) : chat;
    }

    /// The id under which a chat goes here, which is its first one.
    String nameOf(String id) {
        return isGroup(id) ? rows.movedFrom(bot, id).stream().findFirst().orElse(id) : id;
    }

    /// Only groups move.
    private static boolean isGroup(String chat) {
        return chat.startsWith("-");
    }
}
