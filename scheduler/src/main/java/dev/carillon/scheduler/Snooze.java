package dev.carillon.scheduler;

import dev.carillon.scheduler.time.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Moves one occurrence of a schedule. Which one follows from the moment: right after a reminder
/// people mean the one they just saw, else the one to come.
final class Snooze {
    private Snooze() {}

    static Schedule apply(Schedule schedule, Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw Changes.notToCome("snooze needs a time in the future", schedule, until, now);
        }
        if (schedule.state().status() == Schedule.Status.CANCELLED) {
            throw ScheduleRefused.invalid(
                    "#" + schedule.number() + " was cancelled; make a new one");
        }
        Schedule.State state = schedule.state();
        if (state.snoozedUntil() == null && isNextNearer(state, now)) {
            return schedule.with(withoutNext(schedule).withSnoozedUntil(until));
        }
        Schedule.State moved = state.withSnoozedUntil(until);
        boolean finished = state.status() == Schedule.Status.FINISHED;
        return schedule.with(finished ? moved.withStatus(Schedule.Status.ACTIVE) : moved);
    }

    /// The occurrence that a snooze moved onto another one of the same schedule, so that of the two
    /// only one comes.
    static Optional<Instant> merged(Schedule before, Schedule after) {
        Instant until = after.state().snoozedUntil();
        if (until == null || !until.equals(after.state().nextDueAt())) {
            return Optional.empty();
        }
        Instant snoozed = before.state().snoozedUntil();
        Instant next = before.state().nextDueAt();
        Instant moved = snoozed == null && !until.equals(next) ? next : snoozed;
        return Optional.ofNullable(moved).filter(each -> !each.equals(until));
    }

    /// The instant from which a length of time is counted: of what never fired the time it is to
    /// come, of what just fired the present.
    static Instant from(Schedule schedule, Instant now) {
        Schedule.State state = schedule.state();
        Instant snoozed = state.snoozedUntil();
        if (snoozed != null) {
            return state.lastRunAt() == null ? snoozed : now;
        }
        Instant next = state.nextDueAt();
        return next != null && isNextNearer(state, now) ? next : now;
    }

    private static boolean isNextNearer(Schedule.State state, Instant now) {
        Instant next = state.nextDueAt();
        Instant last = state.lastRunAt();
        if (next == null || last == null) {
            return next != null;
        }
        Duration toNext = Duration.between(now, next);
        return toNext.compareTo(Duration.between(last, now)) < 0;
    }

    private static Schedule.State withoutNext(Schedule schedule) {
        Instant due = schedule.state().nextDueAt();
        @Nullable Instant next =
                schedule.isRecurring() && due != null
                        ? Occurrences.after(schedule.trigger(), due).orElse(null)
                        : null;
        return schedule.state().withNextDueAt(next);
    }
}
