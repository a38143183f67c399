package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Says how things stand in a chat.
final class StatusWords {
    private StatusWords() {}

    static Reply of(Schedules schedules, Occasion occasion) {
        List<Schedule> live =
                schedules.list(ScheduleFilter.liveIn(occasion.caller().destination()));
        long paused =
                live.stream()
                        .filter(each -> each.state().status() == Schedule.Status.PAUSED)
                        .count();
        String next =
                live.stream()
                        .flatMap(schedule ->
                                schedules.upcoming(schedule, 1).stream()
                                        .map(at -> new Next(at, schedule)))
                        .min(Comparator.comparing(Next::at))
                        .map(Next::words)
                        .orElse("nothing");
        return Reply.of(
                """
                - Agent: %s
                - Your time zone: %s, where it is %s
                - Schedules here: %d%s
                - Next: %s\
                """
                        .formatted(
                                occasion.caller().agent(),
                                occasion.zone().getId(),
                                TimeWords.instant(occasion.now(), occasion.zone()),
                                live.size(),
                                paused == 0 ? "" : " (" + paused + " paused)",
                                next));
    }

    private record Next(Instant at, Schedule schedule) {
        String words() {
            return ScheduleWords.label(schedule) + " on " + ScheduleWords.at(schedule, at);
        }
    }
}
