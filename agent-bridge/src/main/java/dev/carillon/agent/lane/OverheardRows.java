package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OverheardRows extends GenericRepository<OverheardRow, String> {
    void save(OverheardRow row);

    @Query(
            value = "SELECT * FROM overheard WHERE place = :place AND id < :before ORDER BY id",
            nativeQuery = true)
    List<OverheardRow> before(String place, String before);

    @Query(
            value = "DELETE FROM overheard WHERE place = :place AND id < :before",
            nativeQuery = true)
    void deleteBefore(String place, String before);

    @Query(
            value =
                    """
                    DELETE FROM overheard WHERE place = :place AND id NOT IN
                        (SELECT id FROM overheard WHERE place = :place ORDER BY id DESC LIMIT :most)
                    """,
            nativeQuery = true)
    void keepLatest(String place, int most);

    @Query(value = "DELETE FROM overheard WHERE at < :before", nativeQuery = true)
    void deleteOlder(long before);
}
