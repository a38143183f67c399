package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.ConfigSource;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.gateway.cli.CommandRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReloadTest {
    @TempDir Path directory;

    private Path file;
    private Carillon carillon;

    @BeforeEach
    void open() {
        Config config = TestConfigs.read(directory, "");
        file = directory.resolve("carillon.yaml");
        ConfigReader reader = new ConfigReader(Map.of(), new SchedulerTimingCheck());
        carillon = Carillon.start(config, new ConfigSource(() -> reader.read(file)));
    }

    @AfterEach
    void close() {
        carillon.close();
    }

    @Test
    void itSaysWhatChangedAndWhatNeedsARestart() throws IOException {
        add(
                """
                admins: ["web:ann"]
                timezone: Asia/Tokyo
                schedules:
                  tea: {destination: {gateway: web, chat: c}, heartbeat: relaxed}
                """);

        Outcome outcome = reload();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .contains("admins", "schedules.tea: made", "needs a restart: timezone");
        assertThat(reload().out()).startsWith("nothing changes");
    }

    @Test
    void mistakesArePrintedAsCheckPrintsThem() throws IOException {
        add(
                """
                prot: 1
                schedules:
                  tea: {destination: {gateway: web, chat: c}, heartbeat: slow}
                """);

        Outcome reloaded = reload();
        Outcome checked = CommandRun.of("config", "check", "--config=" + file);

        assertThat(reloaded.exitCode()).isEqualTo(checked.exitCode()).isEqualTo(2);
        assertThat(reloaded.err())
                .contains("nothing was changed", "heartbeat: ", "2 problems")
                .contains(checked.err().strip());
    }

    @Test
    void aServerThatIsNotThereIsNoUsageMistake() {
        Outcome outcome = CommandRun.of("config", "reload", "--server=http://127.0.0.1:1");

        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private void add(String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    private Outcome reload() {
        return CommandRun.of("config", "reload", "--server=http://127.0.0.1:" + carillon.port());
    }
}
