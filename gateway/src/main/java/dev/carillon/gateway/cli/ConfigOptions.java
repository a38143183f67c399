package dev.carillon.gateway.cli;

import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.config.Reading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the config file is, for the commands that read it.
final class ConfigOptions {
    private static final Path DEFAULT = Path.of("carillon.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "The config file (or CARILLON_CONFIG).",
                "Default: carillon.yaml, if there is one."
            })
    private @Nullable Path file;

    /// Reads the file and writes what is wrong with it.
    ///
    /// @return nothing when it is wrong
    Optional<Config> read(PrintWriter problems) {
        return switch (reading()) {
            case Reading.Loaded loaded -> {
                loaded.warnings().forEach(warning -> problems.println("warning: " + warning));
                problems.flush();
                yield Optional.of(loaded.config());
            }
            case Reading.Invalid invalid -> {
                problems.println(listed(invalid.problems()));
                problems.flush();
                yield Optional.empty();
            }
        };
    }

    /// All that is wrong with a file, a line each, and their number.
    static String listed(List<?> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return Stream.concat(problems.stream().map(String::valueOf), Stream.of(count))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /// Reads the file.
    Reading reading() {
        Map<String, String> environment = System.getenv();
        ConfigReader reader = new ConfigReader(environment, new SchedulerTimingCheck());
        Path named = named(environment);
        return named == null ? reader.readIfPresent(DEFAULT) : reader.read(named);
    }

    /// The file that is read, for messages.
    Path path() {
        Path named = named(System.getenv());
        return named == null ? DEFAULT : named;
    }

    private @Nullable Path named(Map<String, String> environment) {
        if (file != null) {
            return file;
        }
        String variable = environment.get("CARILLON_CONFIG");
        return variable == null || variable.isBlank() ? null : Path.of(variable);
    }
}
