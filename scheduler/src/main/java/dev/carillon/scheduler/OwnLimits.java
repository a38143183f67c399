package dev.carillon.scheduler;

import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;

/// The bounds of what agents make for themselves. What people, programs and the operator make has
/// none.
final class OwnLimits {
    private OwnLimits() {}

    /// @return the terms, with an end where a recurring schedule has none
    /// @throws ScheduleRefused when something is beyond what the operator allows
    static Terms apply(Terms terms, GuardRailsConfig rails, Instant now) {
        if (terms.trigger() instanceof Trigger.At at) {
            requireWithin(at, rails, now);
            return terms;
        }
        Instant expiresAt = terms.policies().expiresAt();
        if (expiresAt == null) {
            return terms.withPolicies(terms.policies().withExpiresAt(now.plus(rails.expiry())));
        }
        if (expiresAt.isAfter(now.plus(rails.longestExpiry()))) {
            throw new ScheduleRefused(
                    ScheduleRefused.Code.LIMIT_REACHED,
                    "a recurring schedule that an agent makes for itself ends after "
                            + words(rails.longestExpiry())
                            + " at the latest, not on "
                            + TimeWords.instant(expiresAt, terms.trigger().zone())
                            + "; give a shorter 'expires_in' (people can renew it)");
        }
        return terms;
    }

    /// @param going how many recurring schedules of its own the agent has in the chat
    static void requireRoom(Terms terms, GuardRailsConfig rails, int going) {
        if (!(terms.trigger() instanceof Trigger.At) && going >= rails.maxRecurring()) {
            throw new ScheduleRefused(
                    ScheduleRefused.Code.LIMIT_REACHED,
                    "this agent has "
                            + going
                            + " recurring schedules of its own in this chat and may have "
                            + rails.maxRecurring()
                            + "; cancel one first (action list shows them)");
        }
    }

    private static void requireWithin(Trigger.At at, GuardRailsConfig rails, Instant now) {
        Duration ahead = Duration.between(now, at.at());
        boolean tooSoon = ahead.compareTo(rails.soonestOneShot()) < 0;
        if (tooSoon || ahead.compareTo(rails.latestOneShot()) > 0) {
            throw new ScheduleRefused(
                    ScheduleRefused.Code.LIMIT_REACHED,
                    "a one-shot that an agent makes for itself lies between "
                            + words(rails.soonestOneShot())
                            + " and "
                            + words(rails.latestOneShot())
                            + " ahead, not "
                            + TimeWords.instant(at.at(), at.zone())
                            + "; it is now "
                            + TimeWords.instant(now, at.zone()));
        }
    }

    private static String words(Duration duration) {
        return TimeWords.duration(duration);
    }
}
