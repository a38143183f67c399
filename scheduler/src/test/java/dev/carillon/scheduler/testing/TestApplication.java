package dev.carillon.scheduler.testing;

import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.engine.Brakes;
import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.engine.Handover;
import dev.carillon.scheduler.store.Dialect;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An application context of the scheduler over a real database, with a clock to be moved and a
/// [RecordingHandover]. Two of them on the settings of one PostgreSQL database are two replicas.
public final class TestApplication implements AutoCloseable {
    /// A Wednesday, far from any change of clocks.
    public static final Instant START = Instant.parse("2026-01-14T12:00:00Z");

    private final ApplicationContext context;
    private final SettableClock clock;

    /// Nobody delivers or reads in these tests, so the unread brake is off unless a test wants it.
    private final SettableGuardRails guardRails = new SettableGuardRails();

    private final Dialect dialect;

    private TestApplication(Map<String, Object> settings, SettableClock clock) {
        this.clock = clock;
        guardRails.unreadLimit(0);
        this.context = ApplicationContext.builder().properties(settings).build();
        context.registerSingleton(InstantSource.class, clock);
        context.registerSingleton(GuardRails.class, guardRails);
        context.start();
        dialect = context.getBean(Dialect.class);
        context.registerSingleton(Handover.class, new RecordingHandover(this));
    }

    /// Starts on a new, empty database.
    public static TestApplication on(TestDatabase database) {
        return on(database.create());
    }

    /// Starts on the database of these settings, which another application may use as well.
    public static TestApplication on(Map<String, Object> settings) {
        return new TestApplication(settings, new SettableClock(START));
    }

    public SettableClock clock() {
        return clock;
    }

    public SettableGuardRails guardRails() {
        return guardRails;
    }

    public RecordingHandover handover() {
        return (RecordingHandover) bean(Handover.class);
    }

    public Dialect dialect() {
        return dialect;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// An engine beside the application's own, with another handover.
    public FiringEngine engineWith(Handover other) {
        return new FiringEngine(
                bean(ScheduleStore.class),
                bean(RunStore.class),
                bean(Transactions.class),
                other,
                bean(Brakes.class),
                clock,
                new Ids());
    }

    /// Runs work in one transaction.
    public void run(Runnable work) {
        bean(Transactions.class).run(work);
    }

    /// Runs work on a connection, in a transaction.
    public <T extends @Nullable Object> T sql(Sql<T> work) {
        return operations()
                .execute(
                        TransactionDefinition.DEFAULT,
                        status -> {
                            try {
                                return work.on(status.getConnection());
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    /// Executes one statement.
    ///
    /// @return how many rows it changed
    public int execute(String statement) {
        return sql(connection -> {
            try (Statement each = connection.createStatement()) {
                return each.executeUpdate(statement);
            }
        });
    }

    /// The first column of the first row.
    public long number(String query) {
        return sql(connection -> {
            try (Statement each = connection.createStatement();
                    ResultSet row = each.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /// All rows of a query, each as one text.
    public List<String> rows(String query) {
        return sql(connection -> {
            try (Statement each = connection.createStatement();
                    ResultSet row = each.executeQuery(query)) {
                int columns = row.getMetaData().getColumnCount();
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) {
                        values.add(row.getString(column));
                    }
                    rows.add(String.join("|", values));
                }
                return rows;
            }
        });
    }

    /// Empties all tables and puts clock and handover back to their start, so that tests can share
    /// an application.
    public void reset() {
        clock.set(START);
        handover().reset();
        guardRails.reset();
        guardRails.unreadLimit(0);
        sql(connection -> {
            List<String> tables = tables(connection);
            try (Statement each = connection.createStatement()) {
                if (dialect == Dialect.POSTGRESQL) {
                    return each.executeUpdate("TRUNCATE " + String.join(", ", tables));
                }
                // Rows refer to each other; only the end of the transaction counts.
                each.execute("PRAGMA defer_foreign_keys = ON");
                for (String table : tables) {
                    each.executeUpdate("DELETE FROM " + table);
                }
                return 0;
            }
        });
    }

    private List<String> tables(Connection connection) throws SQLException {
        String schema = dialect == Dialect.POSTGRESQL ? "public" : null;
        List<String> names = new ArrayList<>();
        try (ResultSet found =
                connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> name.startsWith("flyway") || name.startsWith("sqlite"));
        return names;
    }

    @SuppressWarnings("unchecked")
    private TransactionOperations<Connection> operations() {
        return context.getBean(TransactionOperations.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /// What is done on a connection.
    public interface Sql<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }
}
