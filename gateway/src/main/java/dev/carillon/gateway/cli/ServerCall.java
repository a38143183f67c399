package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks the server something and prints the answer, for people or for programs.
final class ServerCall {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin private ServerOptions server;

    @Option(names = "--json", description = "Print the API's JSON, for programs.")
    private boolean asJson;

    /// @param words the answer for people
    int run(Function<ApiClient, JsonNode> call, Function<JsonNode, String> words) {
        PrintWriter out = command.commandLine().getOut();
        try (ApiClient api = server.client()) {
            JsonNode answer = call.apply(api);
            out.println(asJson ? answer.toPrettyString() : words.apply(answer));
        }
        out.flush();
        return 0;
    }
}
