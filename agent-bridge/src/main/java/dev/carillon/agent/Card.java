package dev.carillon.agent;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schedule as people see it after they made or changed it.
///
/// @param text the exact text that was kept
/// @param when the trigger in words, such as `every weekday at 09:30`
/// @param next the next times, in local time with zone, in words
public record Card(
        ScheduleId schedule,
        int number,
        @Nullable String name,
        String kind,
        String text,
        String when,
        List<String> next,
        String zone,
        String owner,
        Schedule.Status status) {
    public Card {
        next = List.copyOf(next);
    }
}
