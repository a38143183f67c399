package dev.carillon.gateway;

import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.config.Reading;
import dev.carillon.scheduler.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Config files for tests.
public final class TestConfigs {
    private TestConfigs() {}

    /// The text of a config file for a new, empty database.
    public static String on(TestDatabase database) {
        return switch (database) {
            case SQLITE -> "timezone: Europe/Berlin\n";
            case POSTGRESQL -> postgres(database.create());
        };
    }

    private static String postgres(Map<String, Object> settings) {
        String url = String.valueOf(settings.get("datasources.default.url"));
        return """
        timezone: Europe/Berlin
        database:
          type: postgresql
          url: %s
          username: postgres
        """
                .formatted(url.replaceAll("[?].*", ""));
    }

    /// Reads a config whose data lie in a directory and whose server takes a free port.
    public static Config read(Path directory, String text) {
        try {
            Path file =
                    Files.writeString(
                            directory.resolve("carillon.yaml"),
                            text
                                    + "data_dir: "
                                    + directory.resolve("data")
                                    + "\nserver:\n  port: 0\n");
            Reading reading = new ConfigReader(Map.of(), _ -> Optional.empty()).read(file);
            return switch (reading) {
                case Reading.Loaded loaded -> loaded.config();
                case Reading.Invalid invalid ->
                        throw new IllegalArgumentException(invalid.problems().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
