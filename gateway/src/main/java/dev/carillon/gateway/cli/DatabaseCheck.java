package dev.carillon.gateway.cli;

import dev.carillon.config.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// Opens the database for reading and asks for its schema. Changes nothing.
final class DatabaseCheck {
    private static final String SUBJECT = "database";
    private static final String SECONDS = "5";

    private DatabaseCheck() {}

    static Finding of(DatabaseConfig config, Path dataDirectory) {
        return switch (config) {
            case DatabaseConfig.Sqlite _ -> sqlite(dataDirectory.resolve("carillon.db"));
            case DatabaseConfig.Postgresql postgresql -> postgresql(postgresql);
        };
    }

    private static Finding sqlite(Path file) {
        if (!Files.exists(file)) {
            return Finding.ok(SUBJECT, "SQLite, " + file + " (will be made)");
        }
        Properties properties = new Properties();
        // 1 is SQLITE_OPEN_READONLY.
        properties.setProperty("open_mode", "1");
        return look(
                "SQLite, " + file,
                "jdbc:sqlite:" + file,
                properties,
                "; restore a copy, or move the file away to begin anew");
    }

    private static Finding postgresql(DatabaseConfig.Postgresql config) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("readOnly", "true");
        if (config.username() != null) {
            properties.setProperty("user", config.username());
        }
        if (config.password() != null) {
            properties.setProperty("password", config.password().value());
        }
        return look(
                "PostgreSQL, " + config.url(),
                config.url(),
                properties,
                "; check that it runs, and url, username and password under database in the"
                        + " config");
    }

    private static Finding look(String what, String url, Properties properties, String wayOut) {
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return Finding.ok(SUBJECT, what + ", " + schema(connection));
        } catch (SQLException e) {
            return Finding.problem(SUBJECT, what + ": " + e.getMessage() + wayOut);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            if (!tables.next()) {
                return "no schema yet (will be made)";
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT version FROM flyway_schema_history
                                WHERE version IS NOT NULL
                                ORDER BY installed_rank DESC LIMIT 1
                                """)) {
            return row.next() ? "schema " + row.getString(1) : "an empty schema";
        }
    }
}
