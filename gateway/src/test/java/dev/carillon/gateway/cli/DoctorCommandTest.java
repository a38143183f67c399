package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.cli.CommandRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
    @TempDir private Path directory;

    @Test
    void aRunningServerIsFoundWell() throws IOException {
        Path config = config("timezone: Europe/Berlin\n");
        try (RunningServer server = RunningServer.start(directory.resolve("data"))) {
            Outcome outcome = doctor(config, "--server=" + server.address());

            assertThat(outcome.out())
                    .containsPattern("ok +java")
                    .containsPattern("ok +config")
                    .containsPattern("ok +data .* MB free")
                    .containsPattern("ok +database +SQLite, .*, schema [0-9]+")
                    .containsPattern("ok +server .* is alive");
            assertThat(outcome.exitCode()).isZero();
        }
    }

    /// Before the first start nothing is there yet, which is as it should be.
    @Test
    void beforeTheFirstStartNothingIsAProblem() throws IOException {
        Path config = config("timezone: Europe/Berlin\n");

        Outcome outcome = doctor(config, "--server=http://127.0.0.1:1");

        assertThat(outcome.out())
                .containsPattern("ok +data .*will be made")
                .containsPattern("ok +database .*will be made")
                .containsPattern("warning +server .*serve");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void aBrokenDatabaseFileIsAProblem() throws IOException {
        Path config = config("timezone: Europe/Berlin\n");
        Files.createDirectory(directory.resolve("data"));
        Files.writeString(directory.resolve("data/carillon.db"), "no database ".repeat(100));

        Outcome outcome = doctor(config, "--server=http://127.0.0.1:1");

        assertThat(outcome.out()).containsPattern("problem +database .*carillon.db");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void aModelThatCannotBeReachedIsAProblemAndItsKeyIsNotShown() throws IOException {
        Path config =
                config(
                        """
                        model:
                          provider: openai
                          name: some-model
                          api_key: very-secret
                          base_url: http://127.0.0.1:1/v1
                        """);

        Outcome outcome = doctor(config, "--server=http://127.0.0.1:1");

        assertThat(outcome.out())
                .containsPattern("problem +model +some-model at http://127.0.0.1:1/v1")
                .doesNotContain("very-secret");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void aWrongConfigIsAProblem() throws IOException {
        Outcome outcome = doctor(config("servr: {}\n"), "--server=http://127.0.0.1:1");

        assertThat(outcome.out()).containsPattern("problem +config .*servr");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private Path config(String yaml) throws IOException {
        return Files.writeString(directory.resolve("carillon.yaml"), yaml);
    }

    private Outcome doctor(Path config, String server) {
        return CommandRun.of(
                "doctor", "--config=" + config, "--data=" + directory.resolve("data"), server);
    }
}
