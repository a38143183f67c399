package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CallAnswerRows extends GenericRepository<CallAnswerRow, String> {
    CallAnswerRow save(CallAnswerRow row);

    Optional<CallAnswerRow> findById(String callKey);

    @Query(value = "DELETE FROM call_answer WHERE at < :at", nativeQuery = true)
    void deleteBefore(long at);
}
