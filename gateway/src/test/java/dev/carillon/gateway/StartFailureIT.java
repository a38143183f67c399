package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the program cannot start, the operator reads one line: what is wrong with what, and the way
/// out. Logs of libraries count as lines, so this runs the program itself.
class StartFailureIT {
    @TempDir Path directory;

    @Test
    void aTakenPortIsNamedWithTheWaysOut() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            Ended ended = serve(port, directory.resolve("data"));

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.lines())
                    .singleElement()
                    .asString()
                    .startsWith("carillon: port " + port + " on 127.0.0.1 is taken")
                    .contains("--port", "server.port");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedWithTheWaysOut() throws Exception {
        Path database = Files.createDirectory(directory.resolve("data")).resolve("carillon.db");
        Files.writeString(database, "no database at all ".repeat(500));

        Ended ended = serve(0, database.getParent());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains(database.toString(), "not a database", "move the file away", "--data")
                .doesNotContain("Exception");
        assertThat(database).as("it is left as it was").content().startsWith("no database");
    }

    @Test
    void aDataDirectoryThatCannotBeIsNamedWithTheWaysOut() throws Exception {
        Path file = Files.writeString(directory.resolve("data"), "a file");

        Ended ended = serve(0, file);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains(file.toString(), "is a file", "--data")
                .doesNotContain("Exception");
    }

    private Ended serve(int port, Path data) throws IOException, InterruptedException {
        Path log = Files.createTempFile(directory, "carillon", ".log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                Path.of("target", "carillon-gateway.jar")
                                        .toAbsolutePath()
                                        .toString(),
                                "serve",
                                "--port=" + port,
                                "--data=" + data)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new Ended(process.exitValue(), Files.readAllLines(log, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private record Ended(int exitCode, List<String> lines) {}
}
