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
interface ScheduleRows extends GenericRepository<ScheduleRow, String> {
    ScheduleRow save(ScheduleRow row);

    ScheduleRow update(ScheduleRow row);

    Optional<ScheduleRow> findById(String id);

    @Query(value = "SELECT * FROM schedule WHERE id = :id FOR UPDATE", nativeQuery = true)
    Optional<ScheduleRow> lockById(String id);

    @Query(value = "SELECT * FROM schedule WHERE creation_key = :creationKey", nativeQuery = true)
    Optional<ScheduleRow> findByCreationKey(String creationKey);

    @Query(
            value =
                    """
                    SELECT * FROM schedule
                    WHERE gateway = :gateway AND chat = :chat AND number = :number
                    """,
            nativeQuery = true)
    Optional<ScheduleRow> findByNumber(String gateway, String chat, int number);

    @Query(
            value =
                    """
                    SELECT COALESCE(MAX(number), 0) FROM schedule
                    WHERE gateway = :gateway AND chat = :chat
                    """,
            nativeQuery = true)
    int highestNumber(String gateway, String chat);

    @Query(
            value =
                    """
                    SELECT * FROM schedule
                    WHERE (CAST(:gateway AS TEXT) IS NULL OR gateway = :gateway)
                      AND (CAST(:chat AS TEXT) IS NULL OR chat = :chat)
                      AND (CAST(:agent AS TEXT) IS NULL OR agent = :agent)
                      AND status IN (:statuses)
                    ORDER BY CASE WHEN wake_at IS NULL THEN 1 ELSE 0 END, wake_at, id
                    LIMIT :most
                    """,
            nativeQuery = true)
    List<ScheduleRow> list(
            @Nullable String gateway,
            @Nullable String chat,
            @Nullable String agent,
            Collection<String> statuses,
            int most);

    @Query(
            value = "SELECT MIN(wake_at) FROM schedule WHERE wake_at IS NOT NULL",
            nativeQuery = true)
    Optional<Long> earliestWake();

    @Query(
            value = "SELECT * FROM schedule WHERE wake_at <= :now ORDER BY wake_at LIMIT :most",
            nativeQuery = true)
    List<ScheduleRow> due(long now, int most);

    @Query(
            value =
                    """
                    SELECT * FROM schedule WHERE wake_at <= :now ORDER BY wake_at LIMIT :most
                    FOR UPDATE SKIP LOCKED
                    """,
            nativeQuery = true)
    List<ScheduleRow> claimDue(long now, int most);

    @Query(
            value = "SELECT * FROM schedule WHERE id IN (:ids) AND wake_at <= :now",
            nativeQuery = true)
    List<ScheduleRow> dueOf(Collection<String> ids, long now);

    @Query(
            value =
                    """
                    SELECT * FROM schedule WHERE id IN (:ids) AND wake_at <= :now
                    FOR UPDATE SKIP LOCKED
                    """,
            nativeQuery = true)
    List<ScheduleRow> claimDueOf(Collection<String> ids, long now);

    @Query(
            value = "UPDATE schedule SET wake_at = :until, version = version + 1 WHERE id = :id",
            nativeQuery = true)
    void putOff(String id, long until);

    @Query(
            value =
                    """
                    UPDATE schedule SET
                        pause_reason = CASE WHEN status = 'PAUSED' THEN pause_reason
                            ELSE CAST(:reason AS TEXT) END,
                        status = 'PAUSED', paused_until = NULL, wake_at = NULL,
                        version = version + 1
                    WHERE id = :id
                    """,
            nativeQuery = true)
    void setAside(String id, String reason);

    @Query(
            value =
                    """
                    UPDATE schedule SET consecutive_failures = consecutive_failures + 1,
                        version = version + 1
                    WHERE id = :id
                    """,
            nativeQuery = true)
    void countFailure(String id);

    @Query(
            value =
                    """
                    UPDATE schedule SET consecutive_failures = 0, version = version + 1
                    WHERE id = :id AND consecutive_failures > 0
                    """,
            nativeQuery = true)
    void clearFailures(String id);

    @Query(
            value =
                    """
                    SELECT COUNT(*) FROM schedule
                    WHERE gateway = :gateway AND chat = :chat AND agent = :agent
                      AND owner_kind = 'AGENT' AND status = 'ACTIVE'
                      AND trigger_json NOT LIKE '%"type":"at"%'
                    """,
            nativeQuery = true)
    int countRecurringOfAgent(String gateway, String chat, String agent);

    @Query(
            value =
                    """
                    SELECT * FROM schedule
                    WHERE expires_at <= :before AND owner_kind = 'AGENT' AND status = 'ACTIVE'
                      AND (expiry_told IS NULL OR expiry_told <> expires_at)
                    """,
            nativeQuery = true)
    List<ScheduleRow> expiringUntold(long before);

    @Query(
            value =
                    """
                    UPDATE schedule SET expiry_told = expires_at
                    WHERE id = :id AND expires_at = :expiresAt AND status = 'ACTIVE'
                      AND (expiry_told IS NULL OR expiry_told <> expires_at)
                    """,
            nativeQuery = true)
    int markExpiryTold(String id, long expiresAt);

    @Query(value = "SELECT DISTINCT agent FROM schedule", nativeQuery = true)
    List<String> agents();

    @Query(
            value =
                    """
                    SELECT id FROM schedule
                    WHERE agent = :agent AND status IN ('FINISHED', 'CANCELLED')
                      AND COALESCE(last_run_at, created_at) < :before AND created_at < :before
                      AND owner_kind <> 'CONFIG'
                      AND NOT EXISTS (SELECT 1 FROM run WHERE run.schedule_id = schedule.id)
                    LIMIT :most
                    """,
            nativeQuery = true)
    List<String> overBefore(String agent, long before, int most);

    @Query(value = "DELETE FROM schedule WHERE id IN (:ids)", nativeQuery = true)
    void deleteAll(Collection<String> ids);

    @Query(
            value =
                    """
                    SELECT * FROM schedule
                    WHERE owner_kind = :ownerKind AND status IN ('ACTIVE', 'PAUSED')
                    """,
            nativeQuery = true)
    List<ScheduleRow> liveOf(String ownerKind);
}
