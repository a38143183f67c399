package dev.carillon.scheduler;

import dev.carillon.scheduler.time.Occurrences;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;

/// When terms are due first, or why they never are.
final class FirstDue {
    private FirstDue() {}

    static Instant of(Terms terms, Instant now) {
        Trigger trigger = terms.trigger();
        if (trigger instanceof Trigger.At at) {
            return future(at, now);
        }
        Instant first =
                Occurrences.after(trigger, now)
                        .orElseThrow(() ->
                                ScheduleRefused.invalid(
                                        TimeWords.of(trigger) + " never comes again"));
        Instant expiresAt = terms.policies().expiresAt();
        if (expiresAt != null && first.isAfter(expiresAt)) {
            throw ScheduleRefused.invalid(
                    "it would end on "
                            + TimeWords.instant(expiresAt, trigger.zone())
                            + ", before its first time on "
                            + TimeWords.instant(first, trigger.zone()));
        }
        return first;
    }

    private static Instant future(Trigger.At at, Instant now) {
        if (!at.at().isAfter(now)) {
            throw ScheduleRefused.invalid(
                    TimeWords.instant(at.at(), at.zone())
                            + " is past; it is now "
                            + TimeWords.instant(now, at.zone()));
        }
        return at.at();
    }
}
