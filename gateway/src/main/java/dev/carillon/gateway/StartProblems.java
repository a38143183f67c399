package dev.carillon.gateway;

import dev.carillon.config.Config;
import dev.carillon.config.DatabaseConfig;
import java.net.BindException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Says in words why the program cannot start.
final class StartProblems {
    private StartProblems() {}

    static RuntimeException explain(RuntimeException failure, Config config) {
        if (failure instanceof StartFailure) {
            return failure;
        }
        if (find(failure, BindException.class) != null) {
            return new StartFailure(
                    "port "
                            + config.server().port()
                            + " on "
                            + config.server().host()
                            + " is taken; stop the program that has it, or choose another with"
                            + " --port",
                    failure);
        }
        SQLException sql = find(failure, SQLException.class);
        if (sql != null) {
            return new StartFailure(
                    "the database " + where(config) + " cannot be used: " + sql.getMessage(),
                    failure);
        }
        return failure;
    }

    private static String where(Config config) {
        return switch (config.database()) {
            case DatabaseConfig.Sqlite _ ->
                    config.dataDir().toAbsolutePath().resolve("carillon.db").toString();
            case DatabaseConfig.Postgresql postgresql -> postgresql.url();
        };
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
