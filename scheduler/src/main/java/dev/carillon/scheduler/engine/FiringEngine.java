package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Fires what is due, as one database transaction per batch and nothing else: it claims due
/// schedules, writes their runs and their next due instants, and lets the [Handover] write what is
/// to be done. Whatever dies in between leaves either all of a batch or none of it.
public final class FiringEngine {
    private static final int BATCH = 500;

    private final ScheduleStore schedules;
    private final RunStore runs;
    private final Transactions transactions;
    private final Handover handover;
    private final InstantSource clock;
    private final Ids ids;

    public FiringEngine(
            ScheduleStore schedules,
            RunStore runs,
            Transactions transactions,
            Handover handover,
            InstantSource clock,
            Ids ids) {
        this.schedules = schedules;
        this.runs = runs;
        this.transactions = transactions;
        this.handover = handover;
        this.clock = clock;
        this.ids = ids;
    }

    /// Fires everything that is due now.
    ///
    /// @return how many occurrences fired
    public int fireAllDue() {
        int fired = 0;
        while (true) {
            Batch batch = transactions.write(this::fireBatch);
            handover.written(batch.firings());
            fired += batch.firings().size();
            if (batch.claimed() < BATCH && !isMoreDue()) {
                return fired;
            }
        }
    }

    /// Fires one schedule now, besides its own occurrences.
    ///
    /// @throws ScheduleRefused when a run of it is at work
    public RunId fireNow(Schedule schedule) {
        Firing firing = transactions.write(() -> fireManually(schedule));
        handover.written(List.of(firing));
        return firing.run().id();
    }

    private Firing fireManually(Schedule schedule) {
        Instant now = clock.instant();
        if (!runs.countOpen(thatCanOverlap(schedule)).isEmpty()) {
            throw new ScheduleRefused(
                    ScheduleRefused.Code.NOT_AVAILABLE,
                    "a run of #" + schedule.number() + " is at work; wait for its end");
        }
        Plan.Occurrence occurrence =
                new Plan.Occurrence(now, Run.Cause.MANUAL, Duration.ZERO, null);
        Firing firing =
                new Firing(
                        schedule,
                        Runs.of(ids.nextRunId(), schedule, occurrence, now),
                        Duration.ZERO);
        runs.insertAll(List.of(firing.run()));
        handover.write(List.of(firing));
        return firing;
    }

    /// How long until something is due, at most `most`.
    public Duration untilNextDue(Duration most) {
        Duration until =
                schedules
                        .earliestWake()
                        .map(wake -> Duration.between(clock.instant(), wake))
                        .orElse(most);
        if (until.isNegative()) {
            return Duration.ZERO;
        }
        return until.compareTo(most) < 0 ? until : most;
    }

    private boolean isMoreDue() {
        return untilNextDue(Duration.ofSeconds(1)).isZero();
    }

    private Batch fireBatch() {
        Instant now = clock.instant();
        List<ScheduleStore.Claimed> due = schedules.claimDue(now, BATCH);
        Map<ScheduleId, Long> openRuns = runs.countOpen(thatCanOverlap(schedules(due)));
        List<ScheduleStore.Claimed> changed = new ArrayList<>(due.size());
        List<Run> recorded = new ArrayList<>(due.size());
        List<Firing> firings = new ArrayList<>(due.size());
        for (ScheduleStore.Claimed claimed : due) {
            Schedule schedule = claimed.schedule();
            Plan plan = Planner.plan(schedule, now, openRuns.getOrDefault(schedule.id(), 0L));
            changed.add(claimed.with(plan.after()));
            for (Plan.Occurrence occurrence : plan.occurrences()) {
                Run run = Runs.of(ids.nextRunId(), schedule, occurrence, now);
                recorded.add(run);
                if (occurrence.skipReason() == null) {
                    firings.add(new Firing(schedule, run, occurrence.lateBy()));
                }
            }
        }
        if (!due.isEmpty()) {
            schedules.updateAll(changed);
            runs.insertAll(recorded);
            handover.write(firings);
        }
        return new Batch(due.size(), firings);
    }

    private static Schedule[] schedules(List<ScheduleStore.Claimed> due) {
        return due.stream().map(ScheduleStore.Claimed::schedule).toArray(Schedule[]::new);
    }

    private static List<ScheduleId> thatCanOverlap(Schedule... schedules) {
        return Arrays.stream(schedules)
                .filter(schedule -> !(schedule.payload() instanceof Payload.Message))
                .map(Schedule::id)
                .toList();
    }

    private record Batch(int claimed, List<Firing> firings) {}
}
