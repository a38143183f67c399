package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InboxRows extends GenericRepository<InboxRow, String> {
    void saveAll(Iterable<InboxRow> rows);

    @Query(value = "SELECT * FROM inbox WHERE lane = :lane ORDER BY id LIMIT 1", nativeQuery = true)
    Optional<InboxRow> oldest(String lane);

    @Query(value = "UPDATE inbox SET attempts = attempts + 1 WHERE id = :id", nativeQuery = true)
    void countAttempt(String id);

    @Query(value = "UPDATE inbox SET not_before = :at WHERE id = :id", nativeQuery = true)
    void postpone(String id, long at);

    @Query(value = "DELETE FROM inbox WHERE id = :id", nativeQuery = true)
    void delete(String id);
}
