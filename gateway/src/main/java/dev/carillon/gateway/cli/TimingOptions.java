package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// When a schedule is due, in the words of the `schedule` tool.
final class TimingOptions {
    private final ArgumentsBody arguments = new ArgumentsBody();

    @Mixin private MomentOptions moment = new MomentOptions();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "Again and again after this time: 30m, 2h, 1d.")
    void every(@Nullable String text) {
        arguments.put("every", text);
    }

    @Option(
            names = "--cron",
            paramLabel = "EXPR",
            description = "Cron: minute hour day month weekday; six fields have seconds first.")
    void cron(@Nullable String text) {
        arguments.put("cron", text);
    }

    @Option(
            names = "--daily",
            paramLabel = "HH:MM",
            description = "Every day at this time, or at several: 08:00,18:00.")
    void daily(@Nullable String text) {
        arguments.put("daily", text);
    }

    @Option(
            names = "--weekly",
            paramLabel = "DAYS",
            description = "Weekdays and time: 'mon,wed 09:30', or 'weekdays 09:30'.")
    void weekly(@Nullable String text) {
        arguments.put("weekly", text);
    }

    @Option(
            names = "--heartbeat",
            paramLabel = "PACE",
            description =
                    "Wakes the agent without an instruction: relaxed (4h), normal (2h), diligent"
                            + " (1h) or an interval.")
    void heartbeat(@Nullable String text) {
        arguments.put("heartbeat", text);
    }

    @Option(
            names = "--active-hours",
            paramLabel = "HOURS",
            description = "Only within these hours: 'mon-fri 08:00-20:00'.")
    void activeHours(@Nullable String text) {
        arguments.put("active_hours", text);
    }

    void addTo(ObjectNode body) {
        moment.addTo(body);
        arguments.addTo(body);
    }
}
