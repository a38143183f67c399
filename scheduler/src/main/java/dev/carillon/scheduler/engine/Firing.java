package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import java.time.Duration;

/// One occurrence that fires: what is handed over to those who carry it out.
///
/// @param schedule the schedule as it was when the occurrence fired
/// @param lateBy how long after its time it fires; zero when it is on time
public record Firing(Schedule schedule, Run run, Duration lateBy) {
    /// From here on people are told that something is late.
    private static final Duration NOTICEABLE = Duration.ofSeconds(2);

    public boolean isLate() {
        return lateBy.compareTo(NOTICEABLE) > 0;
    }
}
