package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRows extends GenericRepository<InboxRow, String> {
    void saveAll(Iterable<InboxRow> rows);

    @Query(
            value = "SELECT * FROM inbox WHERE lane = :lane ORDER BY id LIMIT 1",
            nativeQuery = true)
    Optional<InboxRow> oldest(String lane);

    @Query(
            value = "UPDATE inbox SET attempts = attempts + 1 WHERE id = :id",
            nativeQuery = true)
    void countAttempt(String id);

    @Query(value = "UPDATE inbox SET not_before = :at WHERE id = :id", nativeQuery = true)
    void postpone(String id, long at);

    @Query(value = "DELETE FROM inbox WHERE id = :id", nativeQuery = true)
    void delete(String id);

    @Query(
            value = "SELECT event_key FROM received WHERE event_key IN (:eventKeys)",
            nativeQuery = true)
    List<String> known(Collection<String> eventKeys);

    @Query(
            value =
                    """
                    INSERT INTO received (event_key, received_at) VALUES (:eventKey, :receivedAt)
                    """,
            nativeQuery = true)
    void remember(List<ReceivedRow> received);

    @Query(value = "DELETE FROM received WHERE received_at < :before", nativeQuery = true)
    void forgetBefore(long before);
}
