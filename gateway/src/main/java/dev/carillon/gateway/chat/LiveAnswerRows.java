package dev.carillon.gateway.chat;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// The messages that show answers while they grow, so that none stays behind half.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface LiveAnswerRows extends GenericRepository<LiveAnswerRow, String> {
    @Query(
            value =
                    """
                    SELECT destination, gateway, turn, message_id, closed, at FROM live_answer
                    WHERE destination = :destination
                    """,
            nativeQuery = true)
    Optional<LiveAnswerRow> find(String destination);

    @Query(
            value =
                    """
                    SELECT destination, gateway, turn, message_id, closed, at FROM live_answer
                    WHERE gateway = :gateway AND at < :before
                    """,
            nativeQuery = true)
    List<LiveAnswerRow> quietSince(String gateway, long before);

    @Query(
            value =
                    """
                    INSERT INTO live_answer (destination, gateway, turn, closed, at)
                    VALUES (:destination, :gateway, :turn, 0, :at)
                    ON CONFLICT (destination) DO NOTHING
                    """,
            nativeQuery = true)
    int open(String destination, String gateway, String turn, long at);

    @Query(
            value =
                    """
                    UPDATE live_answer SET message_id = :messageId
                    WHERE destination = :destination AND turn = :turn
                    """,
            nativeQuery = true)
    int posted(String destination, String turn, String messageId);

    /// Says that the message is about to be changed.
    ///
    /// @return 0 when it must not be any more
    @Query(
            value =
                    """
                    UPDATE live_answer SET at = :at
                    WHERE destination = :destination AND turn = :turn AND closed = 0
                    """,
            nativeQuery = true)
    int claim(String destination, String turn, long at);

    @Query(
            value =
                    """
                    UPDATE live_answer SET closed = 1
                    WHERE destination = :destination AND turn = :turn
                    """,
            nativeQuery = true)
    int close(String destination, String turn);

    @Query(
            value = "DELETE FROM live_answer WHERE destination = :destination AND turn = :turn",
            nativeQuery = true)
    int delete(String destination, String turn);
}
