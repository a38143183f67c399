package dev.carillon.scheduler;

import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.time.Occurrences;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The changes of a schedule that people, agents and programs ask for. Pure.
final class Changes {
    private Changes() {}

    static Schedule terms(Schedule schedule, Terms terms, Instant now) {
        requireNotCancelled(schedule);
        if (terms.trigger().equals(schedule.trigger())) {
            requireSomethingToCome(schedule, terms);
            return schedule.with(terms);
        }
        Instant first = FirstDue.of(terms, now);
        Schedule.State state = schedule.state().withNextDueAt(first).withSnoozedUntil(null);
        boolean over = isOver(schedule);
        return schedule.with(terms).with(over ? state.withStatus(Schedule.Status.ACTIVE) : state);
    }

    /// What recurs may be cut off, and leaves a run row that says so; of what comes once nothing
    /// would be left.
    private static void requireSomethingToCome(Schedule schedule, Terms terms) {
        Instant next = schedule.state().nextDueAt();
        boolean isEndMoved =
                !Objects.equals(schedule.policies().expiresAt(), terms.policies().expiresAt());
        if (isEndMoved && next != null && !schedule.isRecurring()) {
            FirstDue.requireBeforeEnd(terms, next);
        }
    }

    static Schedule pause(Schedule schedule, @Nullable Instant until, Instant now) {
        requireLive(schedule, "paused");
        if (until != null && !until.isAfter(now)) {
            throw notToCome("the end of a pause must be in the future", schedule, until, now);
        }
        return schedule.with(schedule.state().pausedUntil(until));
    }

    static ScheduleRefused notToCome(String what, Schedule schedule, Instant until, Instant now) {
        ZoneId zone = schedule.trigger().zone();
        return ScheduleRefused.invalid(
                what
                        + ", not "
                        + TimeWords.instant(until, zone)
                        + "; it is now "
                        + TimeWords.instant(now, zone));
    }

    /// A pause of somebody's outweighs one of ours, unless it would end by itself.
    static Schedule pauseFor(Schedule schedule, PauseReason reason) {
        Schedule.State state = schedule.state();
        boolean isToPause =
                switch (state.status()) {
                    case ACTIVE -> true;
                    case PAUSED ->
                            state.pausedUntil() != null
                                    || (state.pauseReason() != null
                                            && state.pauseReason().isOfConfig());
                    case FINISHED, CANCELLED -> false;
                };
        return isToPause ? schedule.with(state.pausedFor(reason)) : schedule;
    }

    static Schedule resumeDeclared(Schedule schedule, Instant now) {
        PauseReason reason = schedule.state().pauseReason();
        return reason != null && reason.isOfConfig() ? resume(schedule, now) : schedule;
    }

    static Schedule resume(Schedule schedule, Instant now) {
        requireLive(schedule, "resumed");
        Schedule.State state =
                schedule.state().withStatus(Schedule.Status.ACTIVE).withoutFailures();
        Instant due = state.nextDueAt();
        if (due != null && schedule.isRecurring() && !due.isAfter(now)) {
            state = state.withNextDueAt(Occurrences.after(schedule.trigger(), now).orElse(null));
        }
        boolean nothingToCome = state.nextDueAt() == null && state.snoozedUntil() == null;
        return schedule.with(nothingToCome ? state.withStatus(Schedule.Status.FINISHED) : state);
    }

    static Schedule cancel(Schedule schedule) {
        if (isOver(schedule)) {
            return schedule;
        }
        return schedule.with(
                schedule.state()
                        .withNextDueAt(null)
                        .withSnoozedUntil(null)
                        .withStatus(Schedule.Status.CANCELLED));
    }

    static Schedule renew(Schedule schedule, GuardRailsConfig rails, Instant now) {
        requireLive(schedule, "renewed");
        Policies policies = schedule.policies();
        if (policies.expiresAt() == null) {
            throw ScheduleRefused.invalid(
                    "#" + schedule.number() + " has no end, so there is nothing to renew");
        }
        return schedule.with(
                schedule.terms().withPolicies(policies.withExpiresAt(now.plus(rails.expiry()))));
    }

    /// Leaves out what comes next, be it a snoozed occurrence or the trigger's own.
    static Schedule skipNext(Schedule schedule) {
        Schedule.State state = schedule.state();
        Instant next = requireNext(schedule);
        if (next.equals(state.nextDueAt())) {
            state = state.withNextDueAt(after(schedule, next));
        }
        if (next.equals(state.snoozedUntil())) {
            state = state.withSnoozedUntil(null);
        }
        boolean nothingToCome = state.nextDueAt() == null && state.snoozedUntil() == null;
        return schedule.with(nothingToCome ? state.withStatus(Schedule.Status.FINISHED) : state);
    }

    private static @Nullable Instant after(Schedule schedule, Instant due) {
        return schedule.isRecurring()
                ? Occurrences.after(schedule.trigger(), due).orElse(null)
                : null;
    }

    /// The instant for which the next occurrence stands in the store, before any jitter.
    static Instant requireNext(Schedule schedule) {
        Instant due = schedule.state().nextDueAt();
        Instant snoozed = schedule.state().snoozedUntil();
        Duration jitter = schedule.policies().jitter();
        if (snoozed != null && (due == null || snoozed.isBefore(due.plus(jitter)))) {
            return snoozed;
        }
        if (due == null) {
            throw ScheduleRefused.invalid("#" + schedule.number() + " has nothing more to come");
        }
        return due;
    }

    static Run skippedRun(RunId id, Schedule schedule, Instant due, String reason, Instant now) {
        boolean isOwn = due.equals(schedule.state().nextDueAt());
        return new Run(
                id,
                schedule.id(),
                due,
                isOwn ? Run.Cause.TRIGGER : Run.Cause.SNOOZE,
                Run.Status.SKIPPED,
                reason,
                0,
                now,
                null,
                now,
                null,
                null,
                Run.Delivery.NONE,
                null);
    }

    static void requireNotCancelled(Schedule schedule) {
        if (schedule.state().status() == Schedule.Status.CANCELLED) {
            throw ScheduleRefused.invalid(
                    "#" + schedule.number() + " was cancelled; make a new one");
        }
    }

    private static void requireLive(Schedule schedule, String participle) {
        if (isOver(schedule)) {
            throw ScheduleRefused.invalid(
                    "#"
                            + schedule.number()
                            + " is over and cannot be "
                            + participle
                            + "; make a new one");
        }
    }

    private static boolean isOver(Schedule schedule) {
        return switch (schedule.state().status()) {
            case FINISHED, CANCELLED -> true;
            case ACTIVE, PAUSED -> false;
        };
    }
}
