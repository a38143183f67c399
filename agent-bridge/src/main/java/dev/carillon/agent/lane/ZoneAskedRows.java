package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ZoneAskedRows extends GenericRepository<ZoneAskedRow, String> {
    /// @return 1 when it is the first time
    @Query(
            value =
                    """
                    INSERT INTO zone_asked (person, asked_at) VALUES (:person, :at)
                    ON CONFLICT (person) DO NOTHING
                    """,
            nativeQuery = true)
    int put(String person, long at);
}
