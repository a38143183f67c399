package dev.carillon.agent.tool;

import dev.carillon.scheduler.ScheduleRefused;
import java.util.List;
import java.util.regex.Pattern;

/// What the `schedule` tool can do.
enum Action {
    CREATE(true, "Makes a schedule.", "add", "new", "schedule", "remind"),
    PREVIEW(false, "Says when a timing would be due, and makes nothing."),
    LIST(false, "The schedules of the chat that are going or paused, those due soonest first."),
    GET(false, "One schedule.", "show", "describe"),
    UPDATE(true, "Changes what is given of a schedule, and keeps the rest.", "edit", "modify"),
    PAUSE(true, "Stops it until it is resumed, or until `in` or `at`.", "disable"),
    RESUME(true, "Lets a paused one go on.", "enable", "unpause"),
    RUN(true, "Runs it now, besides its own times.", "trigger", "run_now", "execute"),
    SKIP_NEXT(true, "Leaves its next time out.", "skip"),
    SNOOZE(true, "Moves one time of it, by `in` or to `at`; the others stay.", "postpone"),
    CANCEL(true, "Ends it. Its runs stay readable.", "remove", "delete"),
    RUNS(false, "Its latest runs, newest first.", "history"),
    READ_RUN(false, "One run, by `run_id`, or by `id` and `at`, the time it was due.");

    /// `create_schedule`, `cron.add` and `list_reminders` say of what, which is clear anyway.
    private static final Pattern OF_WHAT =
            Pattern.compile(
                    "^(?:schedules?|cron|reminders?|jobs?)_(?=.)|(?<=.)_(?:schedules?|reminders?|jobs?|tasks?)$");

    private static final int LONGEST = 100;

    private final boolean changes;
    private final String description;
    private final List<String> otherNames;

    Action(boolean changes, String description, String... otherNames) {
        this.changes = changes;
        this.description = description;
        this.otherNames = List.of(otherNames);
    }

    /// Whether it has an effect that must not be repeated.
    boolean changes() {
        return changes;
    }

    /// What it does, in Markdown.
    String description() {
        return description;
    }

    /// Words that are understood as well.
    List<String> otherNames() {
        return otherNames;
    }

    static Action of(String text) {
        String written = OtherNames.snakeCase(text);
        String name = OF_WHAT.matcher(written).replaceAll("");
        for (Action action : values()) {
            if (Choices.name(action).equals(name) || action.otherNames.contains(name)) {
                return action;
            }
        }
        throw ScheduleRefused.invalid(
                "unknown action '"
                        + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                        + "'; there are "
                        + Choices.names(Action.class));
    }
}
