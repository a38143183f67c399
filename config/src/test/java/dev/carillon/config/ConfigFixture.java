package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.Reading.Invalid;
import dev.carillon.config.Reading.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads texts as if they were files named `carillon.yaml`.
final class ConfigFixture {
    static final Map<String, String> ENVIRONMENT =
            Map.ofEntries(
                    Map.entry("OPENAI_API_KEY", "sk-open-secret"),
                    Map.entry("ANTHROPIC_API_KEY", "sk-anthropic-secret"),
                    Map.entry("CARILLON_API_TOKEN", "token-secret"),
                    Map.entry("CARILLON_DB_PASSWORD", "db-secret"),
                    Map.entry("TELEGRAM_TOKEN", "123456:telegram-secret"),
                    Map.entry("DISCORD_TOKEN", "MTIz.discord.secret"),
                    Map.entry("SLACK_BOT_TOKEN", "xoxb-slack-secret"),
                    Map.entry("SLACK_APP_TOKEN", "xapp-slack-secret"),
                    Map.entry("PORT", "9090"),
                    Map.entry("WORD", "hunter2"),
                    Map.entry("EMPTY", ""));

    private final Path directory;

    ConfigFixture(Path directory) {
        this.directory = directory;
    }

    Reading reading(String text) {
        Path file = directory.resolve("carillon.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader().read(file);
    }

    Config config(String text) {
        Reading reading = reading(text);
        assertThat(reading).isInstanceOf(Loaded.class);
        return ((Loaded) reading).config();
    }

    /// As printed, without the directory.
    List<String> problems(String text) {
        Reading reading = reading(text);
        assertThat(reading).isInstanceOf(Invalid.class);
        return ((Invalid) reading).problems().stream().map(this::shown).toList();
    }

    List<String> warnings(String text) {
        Reading reading = reading(text);
        assertThat(reading).isInstanceOf(Loaded.class);
        return ((Loaded) reading).warnings().stream().map(this::shown).toList();
    }

    static ConfigReader reader() {
        return new ConfigReader(ENVIRONMENT, ConfigFixture::timingProblem);
    }

    private String shown(Problem problem) {
        return problem.toString().replace(directory + "/", "");
    }

    /// Stands in for the scheduler's parser: knows a bad text by its first letter.
    private static Optional<String> timingProblem(Timing timing) {
        return timing.text().startsWith("x")
                ? Optional.of("bad " + timing.kind() + " '" + timing.text() + "'")
                : Optional.empty();
    }
}
