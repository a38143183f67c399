package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnreadRows extends GenericRepository<UnreadRow, String> {
    @Query(
            value =
                    """
                    INSERT INTO unread (chat, deliveries, told) VALUES (:chat, :deliveries, 0)
                    ON CONFLICT (chat) DO UPDATE SET deliveries = unread.deliveries
                        + excluded.deliveries
                    """,
            nativeQuery = true)
    void addAll(List<UnreadRow> rows);

    @Query(value = "SELECT * FROM unread WHERE chat IN (:chats)", nativeQuery = true)
    List<UnreadRow> findAll(Collection<String> chats);

    /// There is no row yet where all is still on its way.
    @Query(
            value =
                    """
                    INSERT INTO unread (chat, deliveries, told) VALUES (:chat, 0, 1)
                    ON CONFLICT (chat) DO UPDATE SET told = 1 WHERE unread.told = 0
                    """,
            nativeQuery = true)
    int markTold(String chat);

    /// @return 0 when it was closed already
    @Query(
            value =
                    """
                    INSERT INTO unread (chat, deliveries, told, closed, closed_at)
                    VALUES (:chat, 0, 0, :why, :at)
                    ON CONFLICT (chat) DO UPDATE SET closed = excluded.closed,
                        closed_at = excluded.closed_at
                    WHERE unread.closed IS NULL
                    """,
            nativeQuery = true)
    int close(String chat, String why, long at);

    @Query(value = "DELETE FROM unread WHERE chat IN (:chats)", nativeQuery = true)
    void deleteAll(Collection<String> chats);
}
