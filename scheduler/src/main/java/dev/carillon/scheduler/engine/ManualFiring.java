package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Fires a schedule because somebody asked for it, and leaves its own occurrences alone.
final class ManualFiring {
    private final ScheduleStore schedules;
    private final RunStore runs;
    private final FiringTransaction firing;

    ManualFiring(ScheduleStore schedules, RunStore runs, FiringTransaction firing) {
        this.schedules = schedules;
        this.runs = runs;
        this.firing = firing;
    }

    /// Part of the caller's transaction.
    Firing fire(ScheduleId id, Instant now) {
        // Locked, so that two who ask at once, or one and the engine, do not both see no open run.
        Schedule schedule =
                schedules
                        .lock(id)
                        .orElseThrow(() -> ScheduleRefused.notFound("there is no schedule " + id));
        if (!runs.countOpen(FiringTransaction.thatCanOverlap(List.of(schedule))).isEmpty()) {
            throw new ScheduleRefused(
                    ScheduleRefused.Code.NOT_AVAILABLE,
                    "a run of #" + schedule.number() + " is at work; wait for its end");
        }
        Plan.Occurrence occurrence =
                new Plan.Occurrence(
                        freeInstant(schedule, now), Run.Cause.MANUAL, Duration.ZERO, null);
        return firing.fire(schedule, occurrence, now);
    }

    /// An instant that no other occurrence of the schedule has or will have: a run that took the
    /// place of one of the trigger's own would keep it from firing.
    private Instant freeInstant(Schedule schedule, Instant now) {
        Instant free = now;
        while (runs.exists(schedule.id(), free) || isDueItself(schedule, free)) {
            free = free.plusMillis(1);
        }
        return free;
    }

    private static boolean isDueItself(Schedule schedule, Instant instant) {
        return Objects.equals(instant, schedule.state().snoozedUntil())
                || Occurrences.latestAtOrBefore(schedule.trigger(), instant.minusMillis(1), instant)
                        .isPresent();
    }
}
