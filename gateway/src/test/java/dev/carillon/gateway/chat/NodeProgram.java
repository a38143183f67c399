package dev.carillon.gateway.chat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.carillon.scheduler.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A program for Node with a library of others, that runs beside a test and prints what it sees.
public final class NodeProgram implements AutoCloseable {
    private static final Path PROJECTS = Path.of("src", "test", "npm");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private NodeProgram(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /// Skips the test where Node or the library is not there, and says how to get it.
    public static void assumeIsThere(String project, String library) {
        Path folder = PROJECTS.resolve(project);
        assumeTrue(
                Files.exists(folder.resolve("node_modules").resolve(library)),
                library + " is not there; get it with: npm ci --prefix gateway/" + folder);
        assumeTrue(hasNode(), "node is not there");
    }

    private static boolean hasNode() {
        try {
            Process version = new ProcessBuilder("node", "--version").start();
            return version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Starts the `proof.mjs` of a project.
    public static NodeProgram start(String project, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder("node", "proof.mjs")
                        .directory(PROJECTS.resolve(project).toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        // What it talks to is on this machine.
        List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
                .forEach(builder.environment()::remove);
        try {
            return new NodeProgram(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("nothing more can be read: " + e);
        }
    }

    /// Waits for a line.
    public String prints(Predicate<String> wanted) {
        Eventually.until(() -> lines.stream().anyMatch(wanted) || !process.isAlive());
        return lines.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("printed only " + lines));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
