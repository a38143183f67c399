package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnderWayRows extends GenericRepository<UnderWayRow, String> {
    /// Requests are carried out without the agent.
    @Query(
            value =
                    """
                    SELECT s.id, s.agent, s.gateway, s.chat, COUNT(*) AS runs
                    FROM run r JOIN schedule s ON s.id = r.schedule_id
                    WHERE r.status IN ('WAITING', 'RUNNING') AND s.agent IN (:agents)
                      AND s.payload_json NOT LIKE '%"type":"endpoint"%'
                    GROUP BY s.id, s.agent, s.gateway, s.chat
                    """,
            nativeQuery = true)
    List<UnderWayRow> atWork(Collection<String> agents);

    /// Tasks whose answer is told in any case.
    @Query(
            value =
                    """
                    SELECT s.id, s.agent, s.gateway, s.chat, COUNT(*) AS runs
                    FROM schedule s JOIN run r ON r.schedule_id = s.id
                    WHERE s.gateway IN (:gateways) AND s.chat IN (:chats)
                      AND r.status IN ('WAITING', 'RUNNING')
                      AND s.payload_json LIKE '%"type":"task"%'
                      AND s.policies_json LIKE '%"ALWAYS"%'
                    GROUP BY s.id, s.agent, s.gateway, s.chat
                    """,
            nativeQuery = true)
    List<UnderWayRow> toBeTold(Collection<String> gateways, Collection<String> chats);

    @Query(
            value =
                    """
                    SELECT s.id, s.agent, s.gateway, s.chat, COUNT(*) AS runs
                    FROM schedule s JOIN run r ON r.schedule_id = s.id
                    WHERE s.gateway IN (:gateways) AND s.chat IN (:chats)
                      AND r.due_at >= :since AND r.delivery = 'PENDING'
                    GROUP BY s.id, s.agent, s.gateway, s.chat
                    """,
            nativeQuery = true)
    List<UnderWayRow> onTheWay(Collection<String> gateways, Collection<String> chats, long since);
}
