package dev.carillon.gateway;

import dev.carillon.scheduler.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/// A database as an earlier version of the program left it: of that version's schema, with what
/// that version wrote. What it wrote lies frozen in `upgrade/v<version>.sql`.
final class OldDatabase {
    private static final String MIGRATIONS = "classpath:db/migration";

    private OldDatabase() {}

    /// The versions that the schema has had, the latest last.
    static List<Integer> versions() {
        return Arrays.stream(flyway("jdbc:sqlite::memory:", "", "latest").info().all())
                .map(MigrationInfo::getVersion)
                .map(version -> Integer.valueOf(version.getVersion()))
                .toList();
    }

    static boolean isFrozen(int version) {
        return OldDatabase.class.getResource(file(version)) != null;
    }

    /// Makes one.
    ///
    /// @return the settings under which an application reaches it
    static Map<String, Object> of(TestDatabase database, int version) {
        Map<String, Object> settings = database.create();
        String url = text(settings, "url");
        String user = text(settings, "username");
        flyway(url, user, String.valueOf(version)).migrate();
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : List.of(frozen(version).split(";\n"))) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot restore version " + version, e);
        }
        return settings;
    }

    private static Flyway flyway(String url, String user, String target) {
        return Flyway.configure()
                .dataSource(url, user, "")
                .locations(MIGRATIONS)
                .target(target)
                .load();
    }

    private static String text(Map<String, Object> settings, String name) {
        return Objects.toString(settings.get("datasources.default." + name), "");
    }

    private static String frozen(int version) {
        try (InputStream in = OldDatabase.class.getResourceAsStream(file(version))) {
            return new String(
                    Objects.requireNonNull(in, file(version)).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(int version) {
        return "/upgrade/v" + version + ".sql";
    }
}
