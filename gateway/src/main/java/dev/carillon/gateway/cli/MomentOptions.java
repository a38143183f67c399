package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A moment, in the words of the `schedule` tool.
final class MomentOptions {
    private final ArgumentsBody arguments = new ArgumentsBody();

    @Option(names = "--in", paramLabel = "TIME", description = "So long from now: 45m, 2h, 1h30m.")
    void in(@Nullable String text) {
        arguments.put("in", text);
    }

    @Option(
            names = "--at",
            paramLabel = "WHEN",
            description =
                    "At a time: 2026-03-08T17:00, or HH:MM for the next one; local unless it has an"
                            + " offset.")
    void at(@Nullable String text) {
        arguments.put("at", text);
    }

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            description =
                    "The zone of local times, such as Europe/Berlin. Default: the schedule's, or for"
                            + " a new one the config's.")
    void timezone(@Nullable String text) {
        arguments.put("timezone", text);
    }

    void addTo(ObjectNode body) {
        arguments.addTo(body);
    }
}
