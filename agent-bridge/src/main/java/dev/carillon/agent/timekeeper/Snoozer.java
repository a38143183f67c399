package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import java.time.Instant;
import java.util.List;

/// Puts one occurrence of a schedule off.
final class Snoozer {
    private final Schedules schedules;

    Snoozer(Schedules schedules) {
        this.schedules = schedules;
    }

    Reply snooze(Schedule schedule, Instant until, List<String> assumptions) {
        if (comesThenAnyway(schedule, until)) {
            return Reply.of(
                    ScheduleWords.label(schedule)
                            + " comes on "
                            + ScheduleWords.at(schedule, until)
                            + " anyway, so there is nothing to put off.");
        }
        Schedule snoozed = schedules.snooze(schedule.id(), until);
        String text =
                "Snoozed until "
                        + ScheduleWords.at(snoozed, until)
                        + ": "
                        + ScheduleWords.label(snoozed)
                        + ".";
        return Reply.of(ScheduleWords.with(text, assumptions), snoozed);
    }

    private boolean comesThenAnyway(Schedule schedule, Instant until) {
        return schedule.isRecurring()
                && schedule.state().status() == Schedule.Status.ACTIVE
                && schedules.preview(schedule.trigger(), until.minusMillis(1), 1).contains(until);
    }
}
