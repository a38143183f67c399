package dev.carillon.scheduler;

import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The changes of a schedule that people, agents and programs ask for. Pure.
final class Changes {
    private Changes() {}

    static Schedule terms(Schedule schedule, Terms terms, Instant now) {
        requireNotCancelled(schedule);
        if (terms.trigger().equals(schedule.trigger())) {
            return schedule.with(terms);
        }
        Instant first = FirstDue.of(terms, now);
        Schedule.State state = schedule.state().withNextDueAt(first).withSnoozedUntil(null);
        boolean over = isOver(schedule);
        return schedule.with(terms).with(over ? state.withStatus(Schedule.Status.ACTIVE) : state);
    }

    static Schedule pause(Schedule schedule, @Nullable Instant until, Instant now) {
        requireLive(schedule, "paused");
        if (until != null && !until.isAfter(now)) {
            throw ScheduleRefused.invalid("the end of a pause must be in the future, not " + until);
        }
        return schedule.with(schedule.state().pausedUntil(until));
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

    static Schedule skipNext(Schedule schedule) {
        Instant due = requireNextDue(schedule);
        Instant next =
                schedule.isRecurring()
                        ? Occurrences.after(schedule.trigger(), due).orElse(null)
                        : null;
        Schedule.State state = schedule.state().withNextDueAt(next);
        boolean nothingToCome = next == null && state.snoozedUntil() == null;
        return schedule.with(nothingToCome ? state.withStatus(Schedule.Status.FINISHED) : state);
    }

    static Instant requireNextDue(Schedule schedule) {
        Instant due = schedule.state().nextDueAt();
        if (due == null) {
            throw ScheduleRefused.invalid("#" + schedule.number() + " has nothing more to come");
        }
        return due;
    }

    static Run skippedRun(RunId id, ScheduleId schedule, Instant due, Instant now) {
        return new Run(
                id,
                schedule,
                due,
                Run.Cause.TRIGGER,
                Run.Status.SKIPPED,
                "skipped on request",
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
