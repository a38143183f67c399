package dev.carillon.agent.testing;

import dev.carillon.agent.Agent;
import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.AgentEntry;
import dev.carillon.agent.Progress;
import dev.carillon.agent.command.ChatAgents;
import dev.carillon.agent.lane.TurnProgress;
import dev.carillon.agent.lane.ZoneCourtesy;
import dev.carillon.agent.tool.Admins;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.config.AllowedHost;
import dev.carillon.config.OutgoingConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.store.Dialect;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.SettableClock;
import dev.carillon.scheduler.testing.SettableGuardRails;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An application of lanes over a real database. Two of them on the settings of one PostgreSQL
/// database are two replicas.
public final class LaneApplication implements AutoCloseable {
    public static final AgentName AGENT = new AgentName("main");

    /// The servers of tests listen on this machine.
    private static final OutgoingConfig LOOPBACK =
            new OutgoingConfig(
                    List.of(AllowedHost.parse("127.0.0.1")),
                    List.of(AllowedHost.parse("127.0.0.1"), AllowedHost.parse("api.example.com")));

    private final ApplicationContext context;
    private final SettableClock clock;
    private volatile boolean asksForZones;
    private final SettableGuardRails rails = new SettableGuardRails();

    private LaneApplication(
            Map<String, Object> settings, SettableClock clock, List<AgentEntry> agents) {
        this.clock = clock;
        this.context =
                ApplicationContext.builder()
                        .properties(settings)
                        .beanDefinitions(
                                only(InstantSource.class, clock),
                                only(GuardRails.class, rails),
                                only(Admins.class, Admins.NOBODY),
                                only(PostingAccess.class, PostingAccess.NOWHERE),
                                only(ChatAgents.class, _ -> AGENT),
                                only(AgentDirectory.class, new AgentDirectory(agents)),
                                only(ZoneCourtesy.class, _ -> asksForZones),
                                only(TurnProgress.class, (_, _) -> Progress.NONE),
                                only(OutgoingConfig.class, LOOPBACK))
                        .start();
    }

    /// In the place of every bean of that type, also of those that a module above defines.
    private static <T> RuntimeBeanDefinition<T> only(Class<T> type, T bean) {
        return RuntimeBeanDefinition.builder(type, () -> bean)
                .singleton(true)
                .replaces(type)
                .build();
    }

    /// On a new, empty database, with one agent named `main`.
    public static LaneApplication on(TestDatabase database, Agent agent) {
        return on(database.create(), agent);
    }

    /// On the database of these settings, which another application may use as well.
    public static LaneApplication on(Map<String, Object> settings, Agent agent) {
        return new LaneApplication(
                settings,
                new SettableClock(TestApplication.START),
                List.of(entry(AGENT, agent, 8)));
    }

    /// On the database of these settings, with a clock of its own and any agents.
    public static LaneApplication on(
            Map<String, Object> settings, SettableClock clock, List<AgentEntry> agents) {
        return new LaneApplication(settings, clock, agents);
    }

    public static AgentEntry entry(AgentName name, Agent agent, int mostTurns) {
        return new AgentEntry(name, agent, SampleSchedules.BERLIN, mostTurns, null);
    }

    /// From now on people are asked for their time zones.
    public void asksForZones() {
        asksForZones = true;
    }

    public SettableGuardRails guardRails() {
        return rails;
    }

    public SettableClock clock() {
        return clock;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Lets time pass, and what is due fire.
    public void pass(Duration time) {
        clock.advance(time);
        bean(FiringEngine.class).fireAllDue();
    }

    /// The rows of a query, each as one text.
    public List<String> rows(String query) {
        return sql(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                int columns = row.getMetaData().getColumnCount();
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    List<@Nullable String> values = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) {
                        values.add(row.getString(column));
                    }
                    rows.add(String.join("|", values));
                }
                return rows;
            }
        });
    }

    /// The first column of the first row.
    public long number(String query) {
        return Long.parseLong(rows(query).getFirst());
    }

    /// Runs work in one transaction.
    public void run(Runnable work) {
        bean(Transactions.class).run(work);
    }

    /// Empties all tables and puts the clock back.
    public void reset() {
        clock.set(TestApplication.START);
        rails.reset();
        asksForZones = false;
        sql(connection -> {
            try (Statement statement = connection.createStatement()) {
                int deleted = 0;
                for (String table : tables(connection)) {
                    deleted += statement.executeUpdate("DELETE FROM " + table);
                }
                return deleted;
            }
        });
    }

    /// Runs before the schedules that they belong to.
    private List<String> tables(Connection connection) throws SQLException {
        boolean isPostgres = bean(Dialect.class) == Dialect.POSTGRESQL;
        List<String> tables = new ArrayList<>(List.of("run"));
        try (ResultSet found =
                connection
                        .getMetaData()
                        .getTables(
                                null, isPostgres ? "public" : null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(name -> name.startsWith("flyway") || name.startsWith("sqlite"));
        return tables;
    }

    @SuppressWarnings("unchecked")
    private <T> T sql(TestApplication.Sql<T> work) {
        TransactionOperations<Connection> operations = context.getBean(TransactionOperations.class);
        return operations.execute(
                TransactionDefinition.DEFAULT,
                status -> {
                    try {
                        return work.on(status.getConnection());
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Override
    public void close() {
        context.close();
    }
}
