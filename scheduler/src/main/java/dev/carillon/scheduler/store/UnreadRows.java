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

    @Query(value = "DELETE FROM unread WHERE chat IN (:chats)", nativeQuery = true)
    void deleteAll(Collection<String> chats);
}
