package dev.carillon.agent.timekeeper;

import dev.carillon.config.Excerpt;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeWords;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what became of the runs of a schedule.
final class RunWords {
    private static final int RUNS = 10;
    private static final int BRIEF = 120;

    private RunWords() {}

    static Reply history(Schedule schedule, Schedules schedules) {
        List<Run> runs = schedules.runs(schedule.id(), RUNS);
        ScheduleWords words = new ScheduleWords(schedules);
        if (runs.isEmpty()) {
            return Reply.of(
                    ScheduleWords.label(schedule)
                            + " has not run yet; "
                            + words.outlook(schedule)
                            + ".");
        }
        String title = runs.size() == 1 ? "The run of " : "The latest " + runs.size() + " runs of ";
        return Reply.of(
                runs.stream()
                        .map(run -> "- " + when(run, schedule) + ": " + of(run))
                        .collect(
                                Collectors.joining(
                                        "\n", title + ScheduleWords.label(schedule) + ":\n", "")));
    }

    private static String when(Run run, Schedule schedule) {
        return TimeWords.instant(run.dueAt(), schedule.trigger().zone());
    }

    private static String of(Run run) {
        return switch (run.status()) {
            case WAITING -> "waiting for its turn";
            case RUNNING -> "at work";
            case SKIPPED ->
                    "skipped on request".equals(run.reason())
                            ? "skipped on request"
                            : "skipped" + because(run.reason());
            case FAILED -> "failed" + because(run.error() == null ? run.reason() : run.error());
            case SUCCEEDED -> delivery(run);
        };
    }

    private static String delivery(Run run) {
        return switch (run.delivery()) {
            case NONE -> "done, nothing told" + because(run.reason());
            case PENDING -> "done, on its way to the chat";
            case DELIVERED -> "delivered";
            case FAILED -> "done, but it could not be delivered" + because(run.error());
            case UNKNOWN -> "sent, but the platform did not confirm it";
        };
    }

    private static String because(@Nullable String reason) {
        if (reason == null) {
            return "";
        }
        return ", " + Excerpt.of(reason, BRIEF);
    }
}
