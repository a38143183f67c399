package dev.carillon.gateway.chat.slack;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// The threads in which a bot has spoken.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ThreadRows extends GenericRepository<ThreadRow, String> {
    @Query(
            value =
                    """
                    INSERT INTO slack_thread (gateway, channel, thread, at)
                    VALUES (:gateway, :channel, :thread, :at)
                    ON CONFLICT (gateway, channel, thread) DO UPDATE SET at = excluded.at
                    """,
            nativeQuery = true)
    void spoke(String gateway, String channel, String thread, long at);

    @Query(
            value =
                    """
                    SELECT COUNT(*) FROM slack_thread
                    WHERE gateway = :gateway AND channel = :channel AND thread = :thread
                    """,
            nativeQuery = true)
    long count(String gateway, String channel, String thread);

    @Query(value = "DELETE FROM slack_thread WHERE at < :before", nativeQuery = true)
    void forget(long before);
}
