package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.config.Config;
import dev.carillon.config.ConfigSchema;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Checks and explains the config file.
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description =
                "Check the config file, have the server read it again, or print its JSON Schema.",
        subcommands = {
            ConfigCommand.Check.class,
            ConfigCommand.Reload.class,
            ConfigCommand.Schema.class
        })
final class ConfigCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: check, reload or schema");
    }

    /// Reads the file as `serve` would and says everything that is wrong with it.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Say everything that is wrong with the config file; exit code 2 if any.")
    static final class Check implements Callable<Integer> {
        @Spec private CommandSpec spec;
        @Mixin private ConfigOptions configOptions;

        @Override
        public Integer call() {
            Optional<Config> config = configOptions.read(spec.commandLine().getErr());
            if (config.isEmpty()) {
                return 2;
            }
            spec.commandLine().getOut().println(configOptions.path() + " is fine");
            return 0;
        }
    }

    /// Lets a running server read its config file again.
    @Command(
            name = "reload",
            mixinStandardHelpOptions = true,
            description =
                    "Let the running server read its config file again. With mistakes in it nothing"
                            + " changes, and the exit code is 2.")
    static final class Reload implements Callable<Integer> {
        @Spec private CommandSpec spec;
        @Mixin private ServerOptions server;

        @Option(names = "--json", description = "Print the answer of the server as JSON.")
        private boolean json;

        @Override
        public Integer call() {
            try (ApiClient client = server.client()) {
                JsonNode answer = client.post("/api/v1/config/reload");
                spec.commandLine()
                        .getOut()
                        .println(json ? answer.toPrettyString() : ReloadText.of(answer));
                return 0;
            }
        }
    }

    /// Prints the JSON Schema of the file, for editors.
    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Print the JSON Schema of the config file, for editors.")
    static final class Schema implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().getOut().println(ConfigSchema.json());
            return 0;
        }
    }
}
