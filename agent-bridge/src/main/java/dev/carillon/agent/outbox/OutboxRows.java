package dev.carillon.agent.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutboxRows extends GenericRepository<OutboxRow, String> {
    void saveAll(Iterable<OutboxRow> rows);

    @Query(
            value =
                    """
                    SELECT * FROM outbox WHERE outlet = :outlet AND status = 'PENDING'
                    ORDER BY id LIMIT :most
                    """,
            nativeQuery = true)
    List<OutboxRow> oldest(String outlet, int most);

    @Query(
            value =
                    """
                    SELECT * FROM outbox WHERE status = 'PENDING' AND gateway NOT IN (:gateways)
                    ORDER BY id LIMIT :most
                    """,
            nativeQuery = true)
    List<OutboxRow> elsewhere(Collection<String> gateways, int most);

    @Query(value = "DELETE FROM outbox WHERE id IN (:ids)", nativeQuery = true)
    void deleteAll(Collection<String> ids);

    @Query(
            value =
                    """
                    UPDATE outbox SET status = :status, attempts = :attempts,
                        parts_sent = :partsSent, in_doubt = :inDoubt, error = :error
                    WHERE id = :id
                    """,
            nativeQuery = true)
    void updateProgress(List<OutboxRow> rows);

    @Query(
            value = "DELETE FROM outbox WHERE status = 'FAILED' AND created_at < :before",
            nativeQuery = true)
    void deleteFailedBefore(long before);
}
