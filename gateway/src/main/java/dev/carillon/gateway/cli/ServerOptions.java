package dev.carillon.gateway.cli;

import dev.carillon.config.Config;
import dev.carillon.config.Secret;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Which server a command speaks to.
final class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:CARILLON_SERVER}",
            description =
                    "The server (or CARILLON_SERVER). Default: the one of the config file, else"
                            + " http://127.0.0.1:8080.")
    private @Nullable String server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "The server's api_token. CARILLON_API_TOKEN is safer: others on this machine"
                            + " can see command lines. Default: that of the config file.")
    private @Nullable String token;

    @Mixin private ConfigOptions configOptions;

    /// @throws CommandFailure when what was said makes no address
    ApiClient client() {
        return new ApiClient(address());
    }

    ConfigOptions configOptions() {
        return configOptions;
    }

    ServerAddress address() {
        String variable = System.getenv("CARILLON_API_TOKEN");
        String named = given(server);
        if (named != null) {
            // The token of the config file is for the server of the config file, not for others.
            return withToken(named, variable);
        }
        Config config = config();
        Secret known = config.server().apiToken();
        ServerAddress address =
                withToken(ServerAddress.of(config.server(), port(config)).toString(), variable);
        return address.token() != null
                ? address
                : new ServerAddress(address.base(), known, "the config file");
    }

    private ServerAddress withToken(String base, @Nullable String variable) {
        String said = given(token);
        if (said != null) {
            return new ServerAddress(ServerAddress.parse(base), new Secret(said), "--token");
        }
        String set = given(variable);
        Secret fromVariable = set == null ? null : new Secret(set);
        return new ServerAddress(ServerAddress.parse(base), fromVariable, "CARILLON_API_TOKEN");
    }

    /// Without the spaces around it; what is blank is not given.
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static int port(Config config) {
        String variable = given(System.getenv("CARILLON_PORT"));
        if (variable == null) {
            return config.server().port();
        }
        try {
            return Integer.parseInt(variable);
        } catch (NumberFormatException _) {
            throw CommandFailure.ofUsage("CARILLON_PORT is no number: '" + variable + "'");
        }
    }

    /// Warnings about the file are for those who serve; here they would only be in the way.
    private Config config() {
        StringWriter problems = new StringWriter();
        return configOptions
                .read(new PrintWriter(problems))
                .orElseThrow(() ->
                        CommandFailure.ofUsage(
                                "the config file is wrong:\n" + problems.toString().strip()));
    }
}
