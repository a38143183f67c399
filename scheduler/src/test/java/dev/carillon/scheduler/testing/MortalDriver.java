package dev.carillon.scheduler.testing;

import dev.carillon.scheduler.store.SqliteDriver;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The drivers of both databases, with connections that die at a chosen step: from then on each
/// call fails, as if the process had been killed there, until [#revive()]. A step is the execution
/// of a statement or a commit.
public final class MortalDriver implements Driver {
    private static final AtomicInteger STEPS = new AtomicInteger();
    private static volatile int deadly = Integer.MAX_VALUE;
    private static volatile boolean afterwards;

    /// The same database, reached through this driver.
    public static Map<String, Object> mortal(Map<String, Object> settings) {
        settings.put("datasources.default.driver-class-name", MortalDriver.class.getName());
        return settings;
    }

    /// Dies at a step counted from now on, the first being 1.
    ///
    /// @param done whether the step itself still happens, and only its answer is lost
    public static void dieAt(int step, boolean done) {
        STEPS.set(0);
        afterwards = done;
        deadly = step;
    }

    /// Lives again.
    ///
    /// @return the steps that were taken since [#dieAt(int, boolean)]
    public static int revive() {
        deadly = Integer.MAX_VALUE;
        return STEPS.getAndSet(0);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Driver driver =
                url.startsWith("jdbc:sqlite:") ? new SqliteDriver() : new org.postgresql.Driver();
        Connection connection = driver.connect(url, info);
        return connection == null ? null : proxy(Connection.class, connection);
    }

    private static <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler =
                (_, method, arguments) -> {
                    boolean step = isStep(method.getName());
                    int taken = step ? STEPS.incrementAndGet() : STEPS.get() + 1;
                    boolean last = step && taken == deadly;
                    if (isWork(method.getName()) && (taken > deadly || (last && !afterwards))) {
                        throw died("at");
                    }
                    Object result = call(() -> method.invoke(target, arguments));
                    if (last) {
                        throw died("after");
                    }
                    return mortal(result);
                };
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static boolean isStep(String method) {
        return method.startsWith("execute") || method.equals("commit");
    }

    /// The rest is the pool's housekeeping, which a killed process would not do either; it hurts
    /// nobody, and lets the pool get rid of dead connections.
    private static boolean isWork(String method) {
        return isStep(method) || method.startsWith("prepare") || method.equals("createStatement");
    }

    /// With the state of a lost connection, so that the pool does not use this one again.
    private static SQLException died(String when) {
        return new SQLException("died " + when + " step " + deadly, "08006");
    }

    private static @Nullable Object mortal(@Nullable Object result) {
        return switch (result) {
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
            case Statement statement -> proxy(Statement.class, statement);
            case null -> null;
            default -> result;
        };
    }

    private static @Nullable Object call(Call call) throws Throwable {
        try {
            return call.invoke();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:sqlite:") || url.startsWith("jdbc:postgresql:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    private interface Call {
        @Nullable Object invoke() throws ReflectiveOperationException;
    }
}
