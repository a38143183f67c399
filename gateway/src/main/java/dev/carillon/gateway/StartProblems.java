package dev.carillon.gateway;

import dev.carillon.config.Config;
import dev.carillon.config.DatabaseConfig;
import dev.carillon.config.ServerConfig;
import java.net.SocketException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Says in words why the program cannot start.
final class StartProblems {
    private StartProblems() {}

    static RuntimeException explain(RuntimeException failure, Config config) {
        if (failure instanceof StartFailure) {
            return failure;
        }
        SocketException bind = find(failure, SocketException.class);
        if (bind != null && isAboutListening(failure)) {
            return new StartFailure(listening(bind, config.server()), failure);
        }
        SQLException sql = find(failure, SQLException.class);
        if (sql != null) {
            return new StartFailure(
                    "the database "
                            + where(config)
                            + " cannot be used: "
                            + sql.getMessage()
                            + wayOut(config),
                    failure);
        }
        return failure;
    }

    /// A database that cannot be reached is a socket's failure too.
    private static boolean isAboutListening(RuntimeException failure) {
        return find(failure, SQLException.class) == null;
    }

    private static String listening(SocketException bind, ServerConfig server) {
        String said = String.valueOf(bind.getMessage());
        return said.contains("in use")
                ? "port "
                        + server.port()
                        + " on "
                        + server.host()
                        + " is taken; stop the program that has it, or choose another with --port"
                        + " or server.port in the config"
                : "the server cannot listen on "
                        + server.host()
                        + ", port "
                        + server.port()
                        + " ("
                        + said
                        + "); choose another port with --port or server.port in the config, or"
                        + " another address with server.host";
    }

    private static String wayOut(Config config) {
        return switch (config.database()) {
            case DatabaseConfig.Sqlite _ ->
                    "; restore a copy, move the file away to begin anew, or give another directory"
                            + " with --data";
            case DatabaseConfig.Postgresql _ ->
                    "; check that it runs, and url, username and password under database in the"
                            + " config";
        };
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
