package dev.carillon.agent.tool;

import dev.carillon.scheduler.ScheduleRefused;
import java.util.Locale;

/// What the `schedule` tool can do.
enum Action {
    CREATE(true),
    PREVIEW(false),
    LIST(false),
    GET(false),
    UPDATE(true),
    PAUSE(true),
    RESUME(true),
    RUN(true),
    SKIP_NEXT(true),
    SNOOZE(true),
    CANCEL(true),
    RUNS(false),
    READ_RUN(false);

    private final boolean changes;

    Action(boolean changes) {
        this.changes = changes;
    }

    /// Whether it has an effect that must not be repeated.
    boolean changes() {
        return changes;
    }

    static Action of(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return switch (name) {
            case "REMOVE", "DELETE" -> CANCEL;
            case "TRIGGER" -> RUN;
            default -> named(name, text);
        };
    }

    private static Action named(String name, String text) {
        for (Action action : values()) {
            if (action.name().equals(name)) {
                return action;
            }
        }
        throw ScheduleRefused.invalid(
                "unknown action '" + text + "'; there are " + Choices.names(Action.class));
    }
}
