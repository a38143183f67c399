package dev.carillon.gateway;

import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Keeps what is counted from the moment of making as it was made, when a schedule is declared
/// again: a restart must not begin an interval anew.
final class Anchors {
    /// Between reading the clock for the terms and storing the schedule.
    private static final Duration SLACK = Duration.ofSeconds(2);

    private Anchors() {}

    static Terms kept(Terms wanted, Terms before) {
        Instant end = wanted.policies().expiresAt();
        Instant oldEnd = before.policies().expiresAt();
        boolean isSameEnd = end != null && oldEnd != null && isSame(end, oldEnd);
        return wanted.withTrigger(kept(wanted.trigger(), before.trigger()))
                .withPolicies(wanted.policies().withExpiresAt(isSameEnd ? oldEnd : end));
    }

    private static Trigger kept(Trigger wanted, Trigger before) {
        Trigger old = before instanceof Trigger.Within within ? within.inner() : before;
        return switch (wanted) {
            case Trigger.At now -> old instanceof Trigger.At then && isSame(now, then) ? then : now;
            case Trigger.Every now ->
                    old instanceof Trigger.Every then && isSame(now, then) ? then : now;
            case Trigger.Within within ->
                    new Trigger.Within(kept(within.inner(), old), within.hours());
            case Trigger.Cron _, Trigger.Window _ -> wanted;
        };
    }

    private static boolean isSame(Trigger.At now, Trigger.At then) {
        return now.zone().equals(then.zone()) && isSame(now.at(), then.at());
    }

    private static boolean isSame(Instant now, Instant then) {
        return Duration.between(then, now).abs().compareTo(SLACK) <= 0;
    }

    private static boolean isSame(Trigger.Every now, Trigger.Every then) {
        return now.interval().equals(then.interval())
                && now.zone().equals(then.zone())
                && Objects.equals(now.at(), then.at());
    }
}
