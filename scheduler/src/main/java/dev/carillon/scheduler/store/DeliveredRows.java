package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Apart from `RunRows`: Micronaut Data binds the rows of a batch as the entity of the repository.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeliveredRows extends GenericRepository<DeliveredRow, String> {
    @Query(
            value =
                    """
                    UPDATE run SET delivery = :delivery,
                        platform_message_id = COALESCE(:platformMessageId, platform_message_id),
                        error = COALESCE(CAST(:error AS TEXT), error)
                    WHERE id = :id
                    """,
            nativeQuery = true)
    void recordDeliveries(List<DeliveredRow> deliveries);
}
