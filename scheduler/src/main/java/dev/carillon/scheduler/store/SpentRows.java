package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SpentRows extends GenericRepository<SpentRow, String> {
    @Query(
            value =
                    """
                    INSERT INTO spent (spent_key, turns, tokens, cost_micros, told)
                    VALUES (:spentKey, :turns, :tokens, :costMicros, 0)
                    ON CONFLICT (spent_key) DO UPDATE SET turns = spent.turns + excluded.turns,
                        tokens = spent.tokens + excluded.tokens,
                        cost_micros = spent.cost_micros + excluded.cost_micros
                    """,
            nativeQuery = true)
    void addAll(List<SpentRow> rows);

    @Query(value = "SELECT * FROM spent WHERE spent_key IN (:keys)", nativeQuery = true)
    List<SpentRow> findAll(Collection<String> keys);

    /// There is no row yet where the budget is nothing at all.
    @Query(
            value =
                    """
                    INSERT INTO spent (spent_key, turns, tokens, cost_micros, told)
                    VALUES (:key, 0, 0, 0, 1)
                    ON CONFLICT (spent_key) DO UPDATE SET told = 1 WHERE spent.told = 0
                    """,
            nativeQuery = true)
    int markTold(String key);

    @Query(value = "DELETE FROM spent WHERE spent_key < :day", nativeQuery = true)
    void deleteBefore(String day);
}
