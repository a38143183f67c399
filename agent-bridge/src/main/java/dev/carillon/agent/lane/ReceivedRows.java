package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReceivedRows extends GenericRepository<ReceivedRow, String> {
    void saveAll(Iterable<ReceivedRow> rows);

    @Query(
            value = "SELECT event_key FROM received WHERE event_key IN (:eventKeys)",
            nativeQuery = true)
    List<String> known(Collection<String> eventKeys);

    @Query(value = "SELECT item_id FROM received WHERE event_key = :eventKey", nativeQuery = true)
    Optional<String> itemId(String eventKey);

    @Query(value = "DELETE FROM received WHERE received_at < :before", nativeQuery = true)
    void deleteBefore(long before);
}
