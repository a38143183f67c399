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

    ServerAddress address() {
        String variable = System.getenv("CARILLON_API_TOKEN");
        if (isGiven(server)) {
            // The token of the config file is for the server of the config file, not for others.
            return withToken(server, variable);
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
        if (isGiven(token)) {
            return new ServerAddress(ServerAddress.parse(base), new Secret(token), "--token");
        }
        Secret fromVariable = isGiven(variable) ? new Secret(variable) : null;
        return new ServerAddress(ServerAddress.parse(base), fromVariable, "CARILLON_API_TOKEN");
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static int port(Config config) {
        String variable = System.getenv("CARILLON_PORT");
        if (!isGiven(variable)) {
            return config.server().port();
        }
        try {
            return Integer.parseInt(variable.strip());
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
