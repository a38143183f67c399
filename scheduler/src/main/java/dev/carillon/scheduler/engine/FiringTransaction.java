package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.store.Due;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one firing transaction does: plans claimed schedules, and writes their runs, their next due
/// instants and, through the [Handover], what is to be done. Runs inside a transaction.
final class FiringTransaction {
    private final ScheduleStore schedules;
    private final RunStore runs;
    private final Handover handover;
    private final SetAside setAside;
    private final Brakes brakes;
    private final Ids ids;

    FiringTransaction(
            ScheduleStore schedules,
            RunStore runs,
            Handover handover,
            SetAside setAside,
            Brakes brakes,
            Ids ids) {
        this.schedules = schedules;
        this.runs = runs;
        this.handover = handover;
        this.setAside = setAside;
        this.brakes = brakes;
        this.ids = ids;
    }

    /// Fires what was claimed. A schedule that cannot even be planned is set aside: it would fail
    /// in the same way each time.
    List<Firing> fire(Due due, Instant now) {
        due.unreadable().forEach(each -> setAside.write(each.id(), each.problem(), now));
        Room room = brakes.room(due.schedules(), now);
        List<Notice> notices = new ArrayList<>();
        Map<ScheduleId, Long> open = runs.countOpen(thatCanOverlap(due.schedules()));
        List<Schedule> advanced = new ArrayList<>(due.size());
        List<Run> recorded = new ArrayList<>(due.size());
        List<Firing> firings = new ArrayList<>(due.size());
        for (Schedule schedule : due.schedules()) {
            try {
                Brakes.Brake brake = room.brake(schedule);
                Plan plan = plan(schedule, now, open.getOrDefault(schedule.id(), 0L), brake);
                room.fired(schedule, plan.fired());
                advanced.add(plan.after());
                unrecorded(schedule, plan, due.size() == 1)
                        .forEach(each -> record(schedule, each, now, recorded, firings));
                if (brake != null && plan.hasSkipped(brake.reason())) {
                    notice(schedule, brake, notices);
                }
            } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
                setAside.write(schedule.id(), e, now);
            }
        }
        write(advanced, recorded, firings);
        if (!notices.isEmpty()) {
            handover.tell(notices);
        }
        return firings;
    }

    private static Plan plan(
            Schedule schedule, Instant now, long openRuns, Brakes.@Nullable Brake brake) {
        return brake == null
                ? Planner.plan(schedule, now, openRuns)
                : Planner.plan(schedule, now, openRuns, brake.reason(), brake.left());
    }

    private void notice(Schedule schedule, Brakes.Brake brake, List<Notice> notices) {
        Notice notice = brakes.notice(schedule, brake);
        if (notice != null) {
            notices.add(notice);
        }
    }

    /// The occurrences that have no run yet. One that has, because it was skipped on request before
    /// the trigger was changed, would be refused by the database; asking for each would be too slow
    /// for a batch, which fails instead and ends up here schedule by schedule.
    private List<Plan.Occurrence> unrecorded(Schedule schedule, Plan plan, boolean alone) {
        return alone
                ? plan.occurrences().stream()
                        .filter(each -> !runs.exists(schedule.id(), each.dueAt()))
                        .toList()
                : plan.occurrences();
    }

    /// Fires one occurrence and leaves the schedule as it is.
    Firing fire(Schedule schedule, Plan.Occurrence occurrence, Instant now) {
        List<Run> recorded = new ArrayList<>();
        List<Firing> firings = new ArrayList<>();
        record(schedule, occurrence, now, recorded, firings);
        write(List.of(), recorded, firings);
        return firings.getFirst();
    }

    private void record(
            Schedule schedule,
            Plan.Occurrence occurrence,
            Instant now,
            List<Run> recorded,
            List<Firing> firings) {
        Run run = Runs.of(ids.nextRunId(), schedule, occurrence, now);
        recorded.add(run);
        if (occurrence.skipReason() == null) {
            firings.add(new Firing(schedule, run, occurrence.lateBy()));
        }
    }

    private void write(List<Schedule> advanced, List<Run> recorded, List<Firing> firings) {
        schedules.advanceAll(advanced);
        runs.insertAll(recorded);
        if (!firings.isEmpty()) {
            // A chat that catches up hears of what was due first, first.
            firings.sort(Comparator.comparing(each -> each.run().dueAt()));
            handover.write(firings);
        }
    }

    static List<ScheduleId> thatCanOverlap(List<Schedule> schedules) {
        return schedules.stream()
                .filter(schedule -> !(schedule.payload() instanceof Payload.Message))
                .map(Schedule::id)
                .toList();
    }
}
