package dev.carillon.gateway.chat.web;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WebMessageRows extends GenericRepository<WebMessageRow, String> {
    @Query(
            value =
                    """
                    INSERT INTO web_message (id, chat, role, origin, sender, text, at, schedule_id,
                        run_id, extras, outcome, changed_at)
                    VALUES (:id, :chat, :role, :origin, :sender, :text, :at, :scheduleId, :runId,
                        :extras, :outcome, :changedAt)
                    ON CONFLICT (id) DO NOTHING
                    """,
            nativeQuery = true)
    void insertAll(List<WebMessageRow> rows);

    @Query(
            value =
                    """
                    UPDATE web_message SET outcome = :outcome, changed_at = :changedAt
                    WHERE id = :id AND chat = :chat
                    """,
            nativeQuery = true)
    void setOutcome(String id, String chat, String outcome, long changedAt);

    Optional<WebMessageRow> findById(String id);

    @Query(
            value =
                    """
                    SELECT * FROM web_message WHERE chat = :chat AND id < :before
                    ORDER BY id DESC LIMIT :most
                    """,
            nativeQuery = true)
    List<WebMessageRow> latest(String chat, String before, int most);

    @Query(
            value =
                    """
                    SELECT CAST(changed_at AS TEXT) || ' ' || id FROM web_message
                    WHERE chat = :chat AND changed_at >= :since
                    ORDER BY changed_at, id
                    """,
            nativeQuery = true)
    List<String> changedSince(String chat, long since);

    @Query(value = "SELECT * FROM web_message WHERE id IN (:ids)", nativeQuery = true)
    List<WebMessageRow> findAll(Collection<String> ids);

    @Query(
            value =
                    """
                    SELECT DISTINCT chat FROM web_message ORDER BY chat LIMIT 200
                    """,
            nativeQuery = true)
    List<String> chats();
}
