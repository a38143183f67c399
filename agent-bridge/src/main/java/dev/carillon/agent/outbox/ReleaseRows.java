package dev.carillon.agent.outbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReleaseRows extends GenericRepository<ReleaseRow, String> {
    @Query(
            value =
                    """
                    UPDATE queue SET held_until = 0, ready_at =
                        CASE WHEN EXISTS (SELECT 1 FROM outbox
                                          WHERE outlet = :outlet AND status = 'PENDING')
                             THEN :readyAt ELSE NULL END
                    WHERE queue_key = :outlet
                    """,
            nativeQuery = true)
    void releaseAll(List<ReleaseRow> releases);
}
