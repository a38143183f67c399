package dev.carillon.gateway;

import dev.carillon.config.DatabaseConfig;
import dev.carillon.scheduler.store.SqliteDriver;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The framework's properties for the operator's choice of database.
final class DatabaseProperties {
    private static final String PREFIX = "datasources.default.";

    private DatabaseProperties() {}

    static Map<String, Object> of(DatabaseConfig config, Path sqliteFile) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("flyway.datasources.default.enabled", true);
        properties.put("flyway.datasources.default.locations", "classpath:db/migration");
        // One dialect for both: the SQL that Micronaut Data makes for PostgreSQL runs on SQLite.
        properties.put(PREFIX + "dialect", "POSTGRES");
        switch (config) {
            case DatabaseConfig.Sqlite sqlite -> sqlite(properties, sqlite, sqliteFile);
            case DatabaseConfig.Postgresql postgresql -> postgresql(properties, postgresql);
        }
        return properties;
    }

    /// One connection: SQLite has one writer at a time, and waiting is better done in the pool than
    /// in native code.
    private static void sqlite(
            Map<String, Object> properties, DatabaseConfig.Sqlite sqlite, Path file) {
        String synchronous = sqlite.synchronous().name().toUpperCase(Locale.ROOT);
        properties.put(
                PREFIX + "url",
                "jdbc:sqlite:"
                        + file
                        + "?journal_mode=WAL&busy_timeout=10000&foreign_keys=true"
                        + "&transaction_mode=IMMEDIATE&synchronous="
                        + synchronous);
        properties.put(PREFIX + "driver-class-name", SqliteDriver.class.getName());
        properties.put(PREFIX + "maximum-pool-size", 1);
        properties.put(PREFIX + "max-lifetime", 0);
    }

    private static void postgresql(
            Map<String, Object> properties, DatabaseConfig.Postgresql postgresql) {
        String url = postgresql.url();
        String batches = url.contains("?") ? "&" : "?";
        properties.put(PREFIX + "url", url + batches + "reWriteBatchedInserts=true");
        properties.put(PREFIX + "driver-class-name", "org.postgresql.Driver");
        properties.put(PREFIX + "maximum-pool-size", postgresql.poolSize());
        if (postgresql.username() != null) {
            properties.put(PREFIX + "username", postgresql.username());
        }
        if (postgresql.password() != null) {
            properties.put(PREFIX + "password", postgresql.password().value());
        }
    }
}
