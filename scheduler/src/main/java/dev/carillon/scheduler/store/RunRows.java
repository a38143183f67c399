package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RunRows extends GenericRepository<RunRow, String> {
    void saveAll(Iterable<RunRow> rows);

    Optional<RunRow> findById(String id);

    @Query(
            value =
                    """
                    SELECT schedule_id FROM run
                    WHERE status IN ('WAITING', 'RUNNING') AND schedule_id IN (:scheduleIds)
                    """,
            nativeQuery = true)
    List<String> schedulesWithOpenRuns(Collection<String> scheduleIds);

    @Query(
            value = "SELECT COUNT(*) FROM run WHERE schedule_id = :scheduleId AND due_at = :dueAt",
            nativeQuery = true)
    int countAt(String scheduleId, long dueAt);

    @Query(
            value =
                    """
                    SELECT * FROM run WHERE schedule_id = :scheduleId
                    ORDER BY due_at DESC LIMIT :most
                    """,
            nativeQuery = true)
    List<RunRow> latest(String scheduleId, int most);

    @Query(
            value =
                    """
                    SELECT * FROM run
                    WHERE fired_at >= :since AND (CAST(:status AS TEXT) IS NULL OR status = :status)
                    ORDER BY fired_at DESC, id DESC LIMIT :most
                    """,
            nativeQuery = true)
    List<RunRow> since(long since, @Nullable String status, int most);

    @Query(
            value =
                    """
                    SELECT output FROM run
                    WHERE schedule_id = :scheduleId AND status = 'SUCCEEDED'
                      AND delivery IN ('PENDING', 'DELIVERED', 'UNKNOWN') AND output IS NOT NULL
                    ORDER BY due_at DESC LIMIT 1
                    """,
            nativeQuery = true)
    Optional<String> lastToldOutput(String scheduleId);

    @Query(
            value =
                    """
                    UPDATE run SET status = 'RUNNING', attempts = attempts + 1,
                        started_at = COALESCE(started_at, :at)
                    WHERE id = :id AND status IN ('WAITING', 'RUNNING')
                    """,
            nativeQuery = true)
    void start(String id, long at);

    @Query(
            value =
                    """
                    UPDATE run SET status = :status, reason = :reason, ended_at = :at,
                        output = :output, error = :error, delivery = :delivery,
                        input_tokens = input_tokens + :inputTokens,
                        output_tokens = output_tokens + :outputTokens,
                        cost_micros = cost_micros + :costMicros
                    WHERE id = :id AND status IN ('WAITING', 'RUNNING')
                    """,
            nativeQuery = true)
    int finish(
            String id,
            String status,
            @Nullable String reason,
            long at,
            @Nullable String output,
            @Nullable String error,
            String delivery,
            long inputTokens,
            long outputTokens,
            long costMicros);

    @Query(
            value =
                    """
                    UPDATE run SET input_tokens = input_tokens + :inputTokens,
                        output_tokens = output_tokens + :outputTokens,
                        cost_micros = cost_micros + :costMicros
                    WHERE id = :id
                    """,
            nativeQuery = true)
    void addUsed(String id, long inputTokens, long outputTokens, long costMicros);

    @Query(
            value =
                    """
                    SELECT * FROM run
                    WHERE schedule_id = :scheduleId AND due_at >= :from AND due_at < :to
                    ORDER BY due_at LIMIT 1
                    """,
            nativeQuery = true)
    List<RunRow> dueWithin(String scheduleId, long from, long to);

    @Query(
            value =
                    """
                    SELECT run.id FROM run JOIN schedule ON schedule.id = run.schedule_id
                    WHERE run.fired_at < :before AND schedule.agent = :agent
                      AND run.status IN ('SUCCEEDED', 'FAILED', 'SKIPPED')
                      AND run.delivery <> 'PENDING'
                    ORDER BY run.fired_at LIMIT :most
                    """,
            nativeQuery = true)
    List<String> endedBefore(String agent, long before, int most);

    @Query(
            value =
                    """
                    SELECT run.* FROM run JOIN schedule ON schedule.id = run.schedule_id
                    WHERE run.platform_message_id = :messageId
                        AND schedule.gateway = :gateway AND schedule.chat = :chat
                    LIMIT 1
                    """,
            nativeQuery = true)
    Optional<RunRow> shownAs(String gateway, String chat, String messageId);

    @Query(
            value =
                    """
                    SELECT run.* FROM run JOIN schedule ON schedule.id = run.schedule_id
                    WHERE schedule.gateway = :gateway AND schedule.chat = :chat
                      AND run.status = 'SKIPPED' AND run.reason = :reason
                      AND run.fired_at >= :since
                    ORDER BY run.fired_at, run.id LIMIT :most
                    """,
            nativeQuery = true)
    List<RunRow> skippedIn(String gateway, String chat, String reason, long since, int most);

    @Query(value = "DELETE FROM run WHERE id IN (:ids)", nativeQuery = true)
    void deleteAll(Collection<String> ids);
}
