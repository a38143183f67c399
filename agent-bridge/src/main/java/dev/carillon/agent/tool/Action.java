package dev.carillon.agent.tool;

import dev.carillon.config.Excerpt;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.List;
import java.util.regex.Pattern;

/// What the `schedule` tool can do.
enum Action {
    CREATE(true, "Makes a schedule."),
    PREVIEW(false, "Says when a timing would be due, and makes nothing."),
    LIST(false, "The schedules of the chat that are going or paused, those due soonest first."),
    GET(false, "One schedule."),
    UPDATE(true, "Changes what is given of a schedule, and keeps the rest."),
    PAUSE(true, "Stops it until it is resumed, or until `in` or `at`."),
    RESUME(true, "Lets a paused one go on."),
    RUN(true, "Runs it now, besides its own times."),
    SKIP_NEXT(true, "Leaves its next time out."),
    SNOOZE(true, "Moves one time of it, by `in` or to `at`; the others stay."),
    CANCEL(true, "Ends it. Its runs stay readable."),
    RUNS(false, "Its latest runs, newest first."),
    READ_RUN(false, "One run, by `run_id`, or by `id` and `at`, the time it was due.");

    /// `create_schedule`, `cron.add` and `list_reminders` say of what, which is clear anyway.
    private static final Pattern OF_WHAT =
            Pattern.compile(
                    "^(?:schedules?|cron|reminders?|jobs?)_(?=.)|(?<=.)_(?:schedules?|reminders?|jobs?|tasks?)$");

    private static final int LONGEST = 100;

    private final boolean changes;
    private final String description;

    Action(boolean changes, String description) {
        this.changes = changes;
        this.description = description;
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
        return switch (this) {
            case CREATE -> List.of("add", "new", "schedule", "remind");
            case GET -> List.of("show", "describe");
            case UPDATE -> List.of("edit", "modify");
            case PAUSE -> List.of("disable");
            case RESUME -> List.of("enable", "unpause");
            case RUN -> List.of("trigger", "run_now", "execute");
            case SKIP_NEXT -> List.of("skip");
            case SNOOZE -> List.of("postpone");
            case CANCEL -> List.of("remove", "delete");
            case RUNS -> List.of("history");
            case PREVIEW, LIST, READ_RUN -> List.of();
        };
    }

    static Action of(String text) {
        String written = OtherNames.snakeCase(text);
        String name = OF_WHAT.matcher(written).replaceAll("");
        for (Action action : values()) {
            if (Choices.name(action).equals(name) || action.otherNames().contains(name)) {
                return action;
            }
        }
        throw ScheduleRefused.invalid(
                "unknown action '"
                        + Excerpt.of(text, LONGEST)
                        + "'; there are "
                        + Choices.names(Action.class));
    }
}
