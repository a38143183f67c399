package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedule.Status;
import dev.carillon.scheduler.Schedules;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is done at once with schedules that there are. Doing it twice harms nothing: the second
/// time it says how things are.
final class Deeds {
    private final Schedules schedules;
    private final ScheduleWords words;

    Deeds(Schedules schedules, ScheduleWords words) {
        this.schedules = schedules;
        this.words = words;
    }

    Reply pause(Schedule schedule, @Nullable Instant until, List<String> assumptions) {
        if (isOver(schedule)) {
            return over(schedule);
        }
        if (schedule.state().status() == Status.PAUSED && until == null) {
            return Reply.of(
                    ScheduleWords.label(schedule)
                            + " is already "
                            + ScheduleWords.paused(schedule)
                            + ".",
                    schedule);
        }
        Schedule paused = schedules.pause(schedule.id(), until);
        String end =
                until == null
                        ? "until somebody resumes it"
                        : "until " + ScheduleWords.at(paused, until);
        return Reply.of(
                ScheduleWords.with(
                        "Paused " + ScheduleWords.label(paused) + " " + end + ".", assumptions),
                paused);
    }

    Reply resume(Schedule schedule) {
        if (isOver(schedule)) {
            return over(schedule);
        }
        if (schedule.state().status() == Status.ACTIVE) {
            return Reply.of(
                    ScheduleWords.label(schedule) + " is not paused; " + words.next(schedule) + ".",
                    schedule);
        }
        Schedule resumed = schedules.resume(schedule.id());
        return Reply.of(
                "Resumed " + ScheduleWords.label(resumed) + "; " + words.next(resumed) + ".",
                resumed);
    }

    Reply cancel(Schedule schedule) {
        if (isOver(schedule)) {
            return over(schedule);
        }
        Schedule cancelled = schedules.cancel(schedule.id());
        return Reply.of("Cancelled " + ScheduleWords.label(cancelled) + ".");
    }

    Reply skipNext(Schedule schedule) {
        Instant due = schedule.state().nextDueAt();
        if (isOver(schedule) || due == null) {
            return over(schedule);
        }
        Schedule after = schedules.skipNext(schedule.id());
        return Reply.of(
                "Skipped "
                        + ScheduleWords.label(after)
                        + " on "
                        + ScheduleWords.at(after, due)
                        + "; "
                        + words.next(after)
                        + ".",
                after);
    }

    Reply runNow(Schedule schedule) {
        if (schedule.state().status() == Status.CANCELLED) {
            return over(schedule);
        }
        schedules.runNow(schedule.id());
        return Reply.of("Running " + ScheduleWords.label(schedule) + " now.");
    }

    /// Does the same to several and says to which.
    Reply toAll(List<Schedule> all, String done, Consumer<Schedule> deed) {
        if (all.isEmpty()) {
            return Reply.of("There is none that could be " + done + ".");
        }
        all.forEach(deed);
        String list =
                all.stream()
                        .map(each -> "- " + ScheduleWords.label(each))
                        .collect(Collectors.joining("\n"));
        String verb = ScheduleWords.sentence(done).replace(".", "");
        String count = all.size() == 1 ? "1 schedule" : all.size() + " schedules";
        return Reply.of(verb + " " + count + ":\n" + list);
    }

    private static boolean isOver(Schedule schedule) {
        return switch (schedule.state().status()) {
            case ACTIVE, PAUSED -> false;
            case FINISHED, CANCELLED -> true;
        };
    }

    private static Reply over(Schedule schedule) {
        String state =
                switch (schedule.state().status()) {
                    case CANCELLED -> " is already cancelled.";
                    case FINISHED -> " is over already; nothing more is to come.";
                    case ACTIVE, PAUSED -> " has nothing more to come.";
                };
        return Reply.of(ScheduleWords.label(schedule) + state);
    }
}
