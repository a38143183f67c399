package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides what a due schedule does now: which occurrences fire, which are skipped and why, and
/// when it is due next. Pure: the same schedule at the same instant gives the same plan.
final class Planner {
    /// An occurrence later than this counts as missed.
    static final Duration GRACE = Duration.ofSeconds(60);

    private final Schedule schedule;
    private final Instant now;
    private final @Nullable String brake;
    private int room;
    private final List<Plan.Occurrence> occurrences = new ArrayList<>();
    private Schedule.State state;
    private long openRuns;

    private Planner(
            Schedule schedule, Instant now, long openRuns, @Nullable String brake, int room) {
        this.schedule = schedule;
        this.now = now;
        this.brake = brake;
        this.room = room;
        this.openRuns = openRuns;
        this.state = schedule.state();
    }

    /// @param openRuns how many runs of the schedule wait or run
    static Plan plan(Schedule schedule, Instant now, long openRuns) {
        return new Planner(schedule, now, openRuns, null, 0).plan();
    }

    /// @param brake why no more than `room` occurrences of the trigger may fire now. What somebody
    ///   has asked for, a snoozed occurrence, fires nevertheless
    static Plan plan(Schedule schedule, Instant now, long openRuns, String brake, int room) {
        return new Planner(schedule, now, openRuns, brake, room).plan();
    }

    private Plan plan() {
        if (state.status() == Schedule.Status.PAUSED) {
            resume();
        }
        Instant snoozed = state.snoozedUntil();
        if (snoozed != null && !snoozed.isAfter(now)) {
            state = state.withSnoozedUntil(null);
            fireSnoozed(snoozed);
        }
        Instant due = state.nextDueAt();
        if (due != null && !wake(due).isAfter(now)) {
            fireTrigger(due);
        }
        return new Plan(schedule.with(ended(state)), occurrences);
    }

    /// A pause that ends by itself. What a recurring schedule was due during it is not made up for,
    /// but what is due at its end or after it is; a one-shot still fires, as a late one.
    private void resume() {
        Instant end = state.pausedUntil() == null ? now : state.pausedUntil();
        state = state.withStatus(Schedule.Status.ACTIVE);
        Instant due = state.nextDueAt();
        if (due != null && schedule.isRecurring() && due.isBefore(end)) {
            state =
                    state.withNextDueAt(
                            Occurrences.after(schedule.trigger(), end.minusMillis(1)).orElse(null));
        }
    }

    private void fireTrigger(Instant due) {
        if (hasExpired(due)) {
            skip(due, Plan.EXPIRED);
            state = state.withNextDueAt(null);
        } else if (isInTime(due) && comesAlone(due)) {
            fire(due, Run.Cause.TRIGGER, lateness(wake(due)));
            moveOn(due);
        } else {
            fireMissed(due);
        }
    }

    private boolean isInTime(Instant due) {
        return lateness(wake(due)).compareTo(GRACE) <= 0;
    }

    /// Whether no later one is due by now too. Those who want all of them get them one by one.
    private boolean comesAlone(Instant due) {
        if (runsAll() || schedule.trigger() instanceof Trigger.At) {
            return true;
        }
        return Occurrences.after(schedule.trigger(), due)
                .filter(next -> !wake(next).isAfter(now) && !hasExpired(next))
                .isEmpty();
    }

    private boolean runsAll() {
        return schedule.policies().missed().mode() == Policies.Missed.CatchUp.RUN_ALL;
    }

    /// Of several that are due, the latest runs if it is in time, and those before it were missed:
    /// people want to hear once of what they were not told in the meantime.
    private void fireMissed(Instant first) {
        Instant latest = now.minus(schedule.policies().jitter());
        Instant horizon = lastToFire(runsAll() ? latest.minus(GRACE) : latest);
        Missed missed = Missed.of(schedule.trigger(), first, horizon);
        List<Instant> inTime =
                missed.latest().filter(this::isInTime).map(List::of).orElse(List.of());
        List<Instant> toRun =
                inTime.isEmpty() ? missed.toRun(schedule.policies().missed(), now) : inTime;
        missed.summarised().ifPresent(instant -> skip(instant, missed.summary()));
        long openBefore = openRuns;
        for (Instant instant : missed.listed()) {
            if (toRun.contains(instant)) {
                // Those made up for run one after the other; only older runs are in their way.
                openRuns = openBefore;
                fire(instant, Run.Cause.TRIGGER, lateness(wake(instant)));
            } else {
                skip(instant, Plan.MISSED);
            }
        }
        openRuns = openBefore + toRun.size();
        moveOn(horizon);
    }

    /// Occurrences after the end of the schedule were not missed: they were never to be.
    private Instant lastToFire(Instant horizon) {
        Instant expiresAt = schedule.policies().expiresAt();
        return expiresAt != null && expiresAt.isBefore(horizon) ? expiresAt : horizon;
    }

    private void moveOn(Instant after) {
        Trigger trigger = schedule.trigger();
        @Nullable Instant next =
                trigger instanceof Trigger.At
                        ? null
                        : Occurrences.after(trigger, after).orElse(null);
        state = state.withNextDueAt(next);
    }

    /// Somebody asked for this one, so it fires even when the runs are used up; but not beside an
    /// occurrence of the trigger's own at the same instant.
    private void fireSnoozed(Instant snoozed) {
        if (!snoozed.equals(state.nextDueAt())) {
            fireUnlessOverlapping(snoozed, Run.Cause.SNOOZE, lateness(snoozed));
        }
    }

    private void fire(Instant due, Run.Cause cause, Duration lateBy) {
        if (isUsedUp()) {
            skip(due, Plan.USED_UP);
        } else if (brake != null && room <= 0) {
            skip(due, brake);
        } else {
            fireUnlessOverlapping(due, cause, lateBy);
        }
    }

    private void fireUnlessOverlapping(Instant due, Run.Cause cause, Duration lateBy) {
        if (overlaps()) {
            occurrences.add(new Plan.Occurrence(due, cause, Duration.ZERO, Plan.OVERLAP));
            return;
        }
        occurrences.add(new Plan.Occurrence(due, cause, lateBy, null));
        state = state.ranAt(now);
        openRuns++;
        room--;
    }

    private void skip(Instant due, String reason) {
        occurrences.add(new Plan.Occurrence(due, Run.Cause.TRIGGER, Duration.ZERO, reason));
    }

    /// A message is done the moment it fires; only what an agent works on can overlap. Queueing
    /// lets one run wait behind the one at work.
    private boolean overlaps() {
        if (schedule.payload() instanceof Payload.Message) {
            return false;
        }
        return switch (schedule.policies().overlap()) {
            case SKIP -> openRuns >= 1;
            case QUEUE -> openRuns >= 2;
        };
    }

    private boolean isUsedUp() {
        Integer maxRuns = schedule.policies().maxRuns();
        return maxRuns != null && state.runCount() >= maxRuns;
    }

    private Schedule.State ended(Schedule.State reached) {
        Instant next = reached.nextDueAt();
        boolean nothingOfItsOwn = next == null || isUsedUp() || hasExpired(next);
        if (!nothingOfItsOwn) {
            return reached;
        }
        Schedule.State last = reached.withNextDueAt(null);
        return last.snoozedUntil() == null ? last.withStatus(Schedule.Status.FINISHED) : last;
    }

    private boolean hasExpired(Instant due) {
        Instant expiresAt = schedule.policies().expiresAt();
        return expiresAt != null && due.isAfter(expiresAt);
    }

    private Instant wake(Instant due) {
        return due.plus(schedule.policies().jitter());
    }

    private Duration lateness(Instant due) {
        Duration late = Duration.between(due, now);
        return late.isNegative() ? Duration.ZERO : late;
    }
}
