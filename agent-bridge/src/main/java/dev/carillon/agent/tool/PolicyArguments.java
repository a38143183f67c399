package dev.carillon.agent.tool;

import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Policies.Missed;
import dev.carillon.scheduler.Policies.Retry;
import dev.carillon.scheduler.Policies.Session;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.time.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads how a schedule behaves at the edges; what is not said stays as it was.
final class PolicyArguments {
    private static final Duration MOST_JITTER = Duration.ofDays(1);

    private PolicyArguments() {}

    static Policies apply(Arguments arguments, Policies before, Instant now) {
        Policies.Overlap overlap = arguments.choice("overlap", Policies.Overlap.class);
        Policies.Notify notifyMode = arguments.choice("notify", Policies.Notify.class);
        Integer maxRuns = arguments.integer("max_runs");
        return before.withMissed(missed(arguments, before.missed()))
                .withOverlap(overlap == null ? before.overlap() : overlap)
                .withRetry(retry(arguments, before.retry()))
                .withSession(session(arguments, before.session()))
                .withNotify(notifyMode == null ? before.notifyMode() : notifyMode)
                .withMaxRuns(
                        arguments.isRemoved("max_runs")
                                ? null
                                : maxRuns == null ? before.maxRuns() : maxRuns)
                .withExpiresAt(end(arguments, before, now));
    }

    private static @Nullable Instant end(Arguments arguments, Policies before, Instant now) {
        Duration expiresIn = duration(arguments, "expires_in");
        if (expiresIn == null) {
            return arguments.isRemoved("expires_in") ? null : before.expiresAt();
        }
        return now.plus(expiresIn);
    }

    /// Moves terms by a part of what the arguments allow. The part follows from what they are, so
    /// that the same schedule, declared again, is moved in the same way.
    static Terms spread(Arguments arguments, Terms terms) {
        Duration most = duration(arguments, "jitter");
        if (most == null) {
            return arguments.isRemoved("jitter")
                    ? terms.withPolicies(terms.policies().withJitter(Duration.ZERO))
                    : terms;
        }
        if (most.compareTo(MOST_JITTER) > 0) {
            throw ScheduleRefused.invalid(
                    "'jitter' must be at most 1 day, not " + most.toSeconds() + " s");
        }
        int what = Objects.hash(terms.destination().key(), terms.name(), terms.payload().text());
        long seconds = Math.floorMod(what, most.toSeconds() + 1);
        return terms.withPolicies(terms.policies().withJitter(Duration.ofSeconds(seconds)));
    }

    private static Missed missed(Arguments arguments, Missed before) {
        Missed.CatchUp mode = arguments.choice("missed", Missed.CatchUp.class);
        Integer most = arguments.integer("max_missed");
        Duration within = duration(arguments, "missed_within");
        return new Missed(
                mode == null ? before.mode() : mode,
                most == null ? before.max() : most,
                within == null ? before.within() : within);
    }

    private static Retry retry(Arguments arguments, Retry before) {
        Integer most = arguments.integer("max_retries");
        Duration delay = milliseconds(arguments, "retry_delay_ms");
        Duration maxDelay = milliseconds(arguments, "max_retry_delay_ms");
        Duration first = delay == null ? before.delay() : delay;
        Duration last = maxDelay == null ? before.maxDelay() : maxDelay;
        boolean onlyFirstSaid = delay != null && maxDelay == null;
        return new Retry(
                most == null ? before.maxRetries() : most,
                first,
                onlyFirstSaid && last.compareTo(first) < 0 ? first : last);
    }

    private static @Nullable Duration milliseconds(Arguments arguments, String name) {
        Integer number = arguments.integer(name);
        if (number != null && number < 0) {
            throw ScheduleRefused.invalid(
                    "'%s' must be 0 or more milliseconds, not %d".formatted(name, number));
        }
        return number == null ? null : Duration.ofMillis(number);
    }

    private static Session session(Arguments arguments, Session before) {
        Session.Kind kind = arguments.choice("session", Session.Kind.class);
        return new Session(
                kind == null ? before.kind() : kind,
                arguments.flag("include_history", before.includeHistory()));
    }

    private static @Nullable Duration duration(Arguments arguments, String name) {
        String text = arguments.text(name);
        if (text == null) {
            return null;
        }
        try {
            return TimeText.duration(text);
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid("'" + name + "': " + e.getMessage());
        }
    }
}
