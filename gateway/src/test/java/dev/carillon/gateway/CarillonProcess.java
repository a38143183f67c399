package dev.carillon.gateway;

import dev.carillon.scheduler.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The built program as a process of its own.
public final class CarillonProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);
    private static final Path JAR = Path.of("target", "carillon-gateway.jar");

    private final Process process;
    private final Path log;
    private final HttpApi api;

    private CarillonProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.api = new HttpApi(port);
    }

    /// Starts it and waits until it answers.
    ///
    /// @param config the text of its config file
    public static CarillonProcess start(Path directory, String config) {
        try {
            Path file = Files.writeString(directory.resolve("carillon.yaml"), config);
            Path log = Files.createTempFile(directory, "carillon", ".log");
            int port = freePort();
            Process process =
                    new ProcessBuilder(command(directory, file, port))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            CarillonProcess started = new CarillonProcess(process, log, port);
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path directory, Path config, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toAbsolutePath().toString(),
                "serve",
                "--config",
                config.toString(),
                "--data",
                directory.resolve("data").toString(),
                "--port",
                String.valueOf(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        try {
            Eventually.until(
                    START,
                    () -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException("it ended: " + log());
                        }
                        return answers();
                    });
        } catch (AssertionError | RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean answers() {
        try {
            return api.get("api/v1/schedules").status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    public HttpApi api() {
        return api;
    }

    /// What it wrote to standard output and error.
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With SIGKILL: it has no time to do anything.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// With SIGTERM.
    ///
    /// @return its exit code
    int stop() {
        process.destroy();
        awaitEnd();
        return process.exitValue();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
        api.close();
    }
}
