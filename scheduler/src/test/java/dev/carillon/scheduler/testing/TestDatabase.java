package dev.carillon.scheduler.testing;

import dev.carillon.scheduler.store.SqliteDriver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The databases that every test of the store runs on. Each call of [#create()] makes a new, empty
/// one; PostgreSQL is one server for the whole test run.
public enum TestDatabase {
    SQLITE {
        @Override
        public Map<String, Object> create() {
            return settings(
                    Map.of(
                            "url",
                            "jdbc:sqlite:" + newFile() + SQLITE_SETTINGS,
                            "driver-class-name",
                            SqliteDriver.class.getName(),
                            "maximum-pool-size",
                            1,
                            "dialect",
                            "ANSI"));
        }
    },
    POSTGRESQL {
        @Override
        public Map<String, Object> create() {
            String name = "test_" + DATABASES.incrementAndGet();
            PostgresServer.execute("CREATE DATABASE " + name);
            return settings(
                    Map.of(
                            "url", PostgresServer.url(name),
                            "driver-class-name", "org.postgresql.Driver",
                            "username", "postgres",
                            "maximum-pool-size", 10,
                            "dialect", "POSTGRES"));
        }
    };

    private static final String SQLITE_SETTINGS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000"
                    + "&foreign_keys=true&transaction_mode=IMMEDIATE";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /// Makes an empty database.
    ///
    /// @return the application properties under which it is reached; the tables are made by the
    ///   application context that starts with them
    public abstract Map<String, Object> create();

    private static Map<String, Object> settings(Map<String, Object> dataSource) {
        Map<String, Object> settings = new HashMap<>();
        dataSource.forEach((name, value) -> settings.put("datasources.default." + name, value));
        settings.put("flyway.datasources.default.enabled", true);
        settings.put("flyway.datasources.default.locations", "classpath:db/migration");
        return settings;
    }

    private static Path newFile() {
        try {
            Path directory = Files.createTempDirectory("carillon-test");
            directory.toFile().deleteOnExit();
            Path file = directory.resolve("carillon.db");
            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Path.of(file + suffix).toFile().deleteOnExit();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Started when the first test asks for it; it ends with the test run.
    private static final class PostgresServer {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String url(String database) {
            return SERVER.getJdbcUrl("postgres", database) + "&reWriteBatchedInserts=true";
        }

        static void execute(String sql) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
