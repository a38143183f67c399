package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TranscriptRows extends GenericRepository<TranscriptRow, String> {
    void saveAll(Iterable<TranscriptRow> rows);

    @Query(
            value =
                    """
                    SELECT * FROM transcript WHERE lane = :lane AND id > :after
                    ORDER BY id DESC LIMIT :most
                    """,
            nativeQuery = true)
    List<TranscriptRow> latest(String lane, String after, int most);

    @Query(value = "SELECT start_id FROM session WHERE lane = :lane", nativeQuery = true)
    Optional<String> sessionStart(String lane);

    @Query(
            value =
                    """
                    INSERT INTO session (lane, start_id, started_at)
                    VALUES (:lane, :startId, :startedAt)
                    ON CONFLICT (lane) DO UPDATE SET start_id = excluded.start_id,
                        started_at = excluded.started_at
                    """,
            nativeQuery = true)
    void startSession(String lane, String startId, long startedAt);
}
