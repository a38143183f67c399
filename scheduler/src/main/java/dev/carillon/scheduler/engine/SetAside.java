package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a schedule that cannot be fired out of the way: pauses it and leaves a failed run that
/// says why, so that neither the others wait for it nor anybody overlooks it.
final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final String REASON = "could not be fired";

    private final ScheduleStore schedules;
    private final RunStore runs;
    private final Ids ids;

    SetAside(ScheduleStore schedules, RunStore runs, Ids ids) {
        this.schedules = schedules;
        this.runs = runs;
        this.ids = ids;
    }

    /// Part of the caller's transaction. The run stands at the instant of the failure and not at
    /// that of the occurrence, which stays free to fire when the schedule is resumed.
    void write(ScheduleId schedule, RuntimeException problem, Instant now) {
        LOG.error(
                "schedule {} cannot be fired; it is paused until somebody resumes it",
                schedule,
                problem);
        schedules.setAside(schedule, PauseReason.UNREADABLE);
        runs.insertAll(List.of(failed(schedule, problem, now)));
    }

    private Run failed(ScheduleId schedule, RuntimeException problem, Instant now) {
        Instant at = now;
        while (runs.exists(schedule, at)) {
            at = at.plusMillis(1);
        }
        return new Run(
                ids.nextRunId(),
                schedule,
                at,
                Run.Cause.TRIGGER,
                Run.Status.FAILED,
                REASON,
                1,
                now,
                null,
                now,
                null,
                String.valueOf(problem.getMessage()),
                Run.Delivery.NONE,
                null);
    }
}
