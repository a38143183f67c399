package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRows extends GenericRepository<InboxRow, String> {
    void saveAll(Iterable<InboxRow> rows);

    @Query(
            value =
                    """
                    SELECT * FROM inbox WHERE lane = :lane AND not_before <= :now
                    ORDER BY id LIMIT 1
                    """,
            nativeQuery = true)
    Optional<InboxRow> oldest(String lane, long now);

    @Query(value = "SELECT MIN(not_before) FROM inbox WHERE lane = :lane", nativeQuery = true)
    Optional<Long> nextReady(String lane);

    @Query(value = "UPDATE inbox SET attempts = attempts + 1 WHERE id = :id", nativeQuery = true)
    void countAttempt(String id);

    @Query(
            value = "UPDATE inbox SET attempts = attempts - 1 WHERE id = :id AND attempts > 0",
            nativeQuery = true)
    void discountAttempt(String id);

    @Query(value = "UPDATE inbox SET not_before = :at WHERE id = :id", nativeQuery = true)
    void postpone(String id, long at);

    @Query(
            value =
                    """
                    SELECT agent FROM inbox
                    UNION
                    SELECT agent FROM schedule WHERE wake_at IS NOT NULL
                    """,
            nativeQuery = true)
    List<String> agentsWithWork();

    @Query(value = "DELETE FROM inbox WHERE id = :id", nativeQuery = true)
    void delete(String id);
}
