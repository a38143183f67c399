package dev.carillon.scheduler.queue;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface QueueRows extends GenericRepository<QueueRow, String> {
    @Query(
            value =
                    """
                    INSERT INTO queue (queue_key, kind, ready_at) VALUES (:queueKey, :kind, :readyAt)
                    ON CONFLICT (queue_key) DO UPDATE SET ready_at =
                        CASE WHEN queue.ready_at IS NULL OR queue.ready_at > excluded.ready_at
                             THEN excluded.ready_at ELSE queue.ready_at END
                    """,
            nativeQuery = true)
    void offerAll(List<QueueRow> rows);

    @Query(
            value =
                    """
                    INSERT INTO queue (queue_key, kind, ready_at) VALUES (:queueKey, :kind, :readyAt)
                    ON CONFLICT (queue_key) DO UPDATE SET ready_at =
                        COALESCE(queue.ready_at, excluded.ready_at)
                    """,
            nativeQuery = true)
    void appendAll(List<QueueRow> rows);

    @Query(
            value =
                    """
                    SELECT MIN(CASE WHEN held_until > ready_at THEN held_until ELSE ready_at END)
                    FROM queue WHERE kind = :kind AND ready_at IS NOT NULL
                    """,
            nativeQuery = true)
    Optional<Long> earliestReady(String kind);

    @Query(
            value =
                    """
                    SELECT 1 FROM queue
                    WHERE kind = :kind AND ready_at <= :now AND held_until <= :now LIMIT 1
                    """,
            nativeQuery = true)
    Optional<Integer> hasReady(String kind, long now);

    @Query(
            value =
                    """
                    SELECT * FROM queue
                    WHERE kind = :kind AND ready_at <= :now AND held_until <= :now
                    ORDER BY ready_at LIMIT :most
                    """,
            nativeQuery = true)
    List<QueueRow> ready(String kind, long now, int most);

    @Query(
            value =
                    """
                    SELECT * FROM queue
                    WHERE kind = :kind AND ready_at <= :now AND held_until <= :now
                    ORDER BY ready_at LIMIT :most
                    FOR UPDATE SKIP LOCKED
                    """,
            nativeQuery = true)
    List<QueueRow> readyLocked(String kind, long now, int most);

    @Query(
            value =
                    """
                    UPDATE queue SET holder = :holder, held_until = :heldUntil, epoch = :epoch
                    WHERE queue_key = :queueKey
                    """,
            nativeQuery = true)
    void hold(List<QueueRow> rows);

    @Query(
            value =
                    """
                    UPDATE queue SET held_until = :heldUntil
                    WHERE queue_key = :queueKey AND epoch = :epoch AND holder = :holder
                      AND held_until > 0
                    """,
            nativeQuery = true)
    void renew(List<QueueRow> rows);

    @Query(
            value =
                    """
                    UPDATE queue SET ready_at = :readyAt, held_until = 0
                    WHERE queue_key = :queueKey AND epoch = :epoch AND held_until > 0
                    """,
            nativeQuery = true)
    int release(String queueKey, long epoch, @Nullable Long readyAt);

    @Query(
            value =
                    """
                    UPDATE queue SET epoch = :epoch
                    WHERE queue_key = :queueKey AND epoch = :epoch AND held_until > 0
                    """,
            nativeQuery = true)
    int lock(String queueKey, long epoch);

    @Query(
            value =
                    """
                    UPDATE queue SET epoch = :epoch
                    WHERE queue_key = :queueKey AND epoch = :epoch AND held_until > 0
                    """,
            nativeQuery = true)
    void lockAll(List<QueueRow> rows);

    @Query(
            value = "SELECT * FROM queue WHERE queue_key IN (:queueKeys) AND held_until > 0",
            nativeQuery = true)
    List<QueueRow> held(Collection<String> queueKeys);

    @Query(value = "UPDATE queue SET held_until = 0 WHERE held_until > 0", nativeQuery = true)
    void releaseAll();
}
