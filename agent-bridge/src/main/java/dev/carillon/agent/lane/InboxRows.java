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

    @Query(
            value =
                    """
                    SELECT * FROM inbox WHERE lane = :lane AND not_before <= :now AND id > :after
                    ORDER BY id LIMIT 50
                    """,
            nativeQuery = true)
    List<InboxRow> after(String lane, long now, String after);

    @Query(
            value =
                    """
                    UPDATE inbox SET not_before = :until
                    WHERE lane = :lane AND kind = 'SAID' AND sender_id = :sender AND attempts = 0
                        AND debounce > 0 AND not_before > :now AND received_at > :earliest
                    """,
            nativeQuery = true)
    void stretch(String lane, String sender, long until, long now, long earliest);

    @Query(value = "SELECT MIN(not_before) FROM inbox WHERE lane = :lane", nativeQuery = true)
    Optional<Long> nextReady(String lane);

    @Query(
            value = "UPDATE inbox SET attempts = attempts + 1 WHERE id IN (:ids)",
            nativeQuery = true)
    void countAttempt(List<String> ids);

    @Query(
            value = "UPDATE inbox SET attempts = attempts - 1 WHERE id IN (:ids) AND attempts > 0",
            nativeQuery = true)
    void discountAttempt(List<String> ids);

    @Query(value = "UPDATE inbox SET not_before = :at WHERE id IN (:ids)", nativeQuery = true)
    void postpone(List<String> ids, long at);

    @Query(
            value =
                    """
                    SELECT agent FROM inbox
                    UNION
                    SELECT agent FROM schedule WHERE wake_at IS NOT NULL
                    """,
            nativeQuery = true)
    List<String> agentsWithWork();

    @Query(value = "DELETE FROM inbox WHERE id IN (:ids)", nativeQuery = true)
    void delete(List<String> ids);
}
