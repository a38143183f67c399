package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Apart from `ScheduleRows`: Micronaut Data binds the rows of a batch as the entity of the
/// repository.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AdvancedRows extends GenericRepository<AdvancedRow, String> {
    @Query(
            value =
                    """
                    UPDATE schedule SET status = :status, next_due_at = :nextDueAt,
                        snoozed_until = :snoozedUntil, paused_until = :pausedUntil,
                        pause_reason = :pauseReason,
                        wake_at = :wakeAt, last_run_at = :lastRunAt, run_count = :runCount,
                        version = version + 1
                    WHERE id = :id
                    """,
            nativeQuery = true)
    void advanceAll(List<AdvancedRow> rows);
}
