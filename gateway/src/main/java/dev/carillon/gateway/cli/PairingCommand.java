package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lets people in who were told a code by a bot that does not know them.
@Command(
        name = "pairing",
        mixinStandardHelpOptions = true,
        description = "Let in people who were told a code by a bot that does not know them.")
final class PairingCommand implements Runnable {
    private static final String PATH = "/api/v1/pairings";

    @Spec private CommandSpec spec;

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new PairingCommand())
                .addSubcommand(new Listing(terminal))
                .addSubcommand(new Approve())
                .addSubcommand(new Revoke());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, approve or revoke");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List who waits to be let in, and who was.")
    static final class Listing implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin private ServerCall call;

        Listing(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return call.run(api -> api.get(PATH, Map.of()), this::table);
        }

        private String table(JsonNode pairings) {
            if (pairings.isEmpty()) {
                return "nobody waits to be let in, and nobody was";
            }
            TextTable table = new TextTable("GATEWAY", "USER", "NAME", "CODE", "APPROVED");
            pairings.forEach(pairing ->
                    table.add(
                            pairing.path("gateway").asText(),
                            pairing.path("user").asText(),
                            pairing.path("name").asText(),
                            pairing.path("code").asText(""),
                            pairing.path("approved_at").asText("")));
            return table.text(terminal.width());
        }
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Let in who was told this code.")
    static final class Approve implements Callable<Integer> {
        @Mixin private ServerCall call;

        @Parameters(paramLabel = "CODE", description = "The code, as the bot told it.")
        private String code;

        @Override
        public Integer call() {
            return call.run(
                    api -> api.post(PATH + "/" + ApiClient.segment(code) + "/approve"),
                    answer ->
                            SafeText.line(
                                    "%s (%s, id %s) is let in"
                                            .formatted(
                                                    answer.path("name").asText(),
                                                    answer.path("gateway").asText(),
                                                    answer.path("user").asText())));
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Forget somebody who was let in.")
    static final class Revoke implements Callable<Integer> {
        @Mixin private ServerCall call;

        @Parameters(index = "0", paramLabel = "GATEWAY", description = "The name of the gateway.")
        private String gateway;

        @Parameters(index = "1", paramLabel = "USER", description = "The id of the person.")
        private String user;

        @Override
        public Integer call() {
            return call.run(
                    api ->
                            api.delete(
                                    PATH
                                            + "/"
                                            + ApiClient.segment(gateway)
                                            + "/"
                                            + ApiClient.segment(user)),
                    _ -> SafeText.line(user + " is not let in any more"));
        }
    }
}
