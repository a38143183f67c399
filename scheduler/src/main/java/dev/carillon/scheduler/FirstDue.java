package dev.carillon.scheduler;

import dev.carillon.scheduler.time.Occurrences;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;

/// When terms are due first, or why they never are.
final class FirstDue {
    private FirstDue() {}

    static Instant of(Terms terms, Instant now) {
        return of(terms, now, now);
    }

    /// @param askedAt when it was asked for; what has become due since then is due at once
    static Instant of(Terms terms, Instant now, Instant askedAt) {
        Trigger trigger = terms.trigger();
        Instant first =
                trigger instanceof Trigger.At at ? future(at, now, askedAt) : firstOf(trigger, now);
        requireBeforeEnd(terms, first);
        return first;
    }

    private static Instant firstOf(Trigger trigger, Instant now) {
        return Occurrences.after(trigger, now)
                .orElseThrow(() ->
                        ScheduleRefused.invalid(TimeWords.of(trigger) + " never comes again"));
    }

    /// @throws ScheduleRefused when the terms end before what comes next, so that nothing comes
    static void requireBeforeEnd(Terms terms, Instant next) {
        Instant expiresAt = terms.policies().expiresAt();
        if (expiresAt != null && next.isAfter(expiresAt)) {
            boolean once = terms.trigger() instanceof Trigger.At;
            throw ScheduleRefused.invalid(
                    "it would end on "
                            + TimeWords.instant(expiresAt, terms.trigger().zone())
                            + ", before its "
                            + (once ? "only" : "first")
                            + " time on "
                            + TimeWords.instant(next, terms.trigger().zone())
                            + ", and so never come; let it end later"
                            + (once ? ", or leave 'expires_in' out: it comes once anyway" : ""));
        }
    }

    private static Instant future(Trigger.At at, Instant now, Instant askedAt) {
        if (!at.at().isAfter(now) && !at.at().isAfter(askedAt)) {
            throw ScheduleRefused.invalid(
                    TimeWords.instant(at.at(), at.zone())
                            + " is past; it is now "
                            + TimeWords.instant(now, at.zone()));
        }
        return at.at();
    }
}
