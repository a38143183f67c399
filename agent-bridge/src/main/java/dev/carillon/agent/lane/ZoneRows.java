package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ZoneRows extends GenericRepository<ZoneRow, String> {
    Optional<ZoneRow> findById(String scope);

    @Query(
            value =
                    """
                    INSERT INTO known_zone (scope, zone, told) VALUES (:scope, :zone, :told)
                    ON CONFLICT (scope) DO UPDATE SET zone = excluded.zone, told = excluded.told
                    """,
            nativeQuery = true)
    void put(String scope, String zone, String told);
}
