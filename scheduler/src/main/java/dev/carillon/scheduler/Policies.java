package dev.carillon.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a schedule behaves at the edges: after downtime, when runs overlap, when it ends, which
/// session its task runs in, and when its result is told.
///
/// @param maxRuns the schedule is finished after this many runs; absent: no bound
/// @param expiresAt no occurrence after this instant fires; absent: never expires
/// @param jitter fixed delay between an occurrence and its firing, to spread load
public record Policies(
        Missed missed,
        Overlap overlap,
        Retry retry,
        Session session,
        Notify notifyMode,
        @Nullable Integer maxRuns,
        @Nullable Instant expiresAt,
        Duration jitter) {

    public Policies {
        if (maxRuns != null && maxRuns < 1) {
            throw new IllegalArgumentException("max_runs must be at least 1, not " + maxRuns);
        }
        if (jitter.isNegative()) {
            throw new IllegalArgumentException("jitter must not be negative, not " + jitter);
        }
    }

    /// The defaults of design: a one-shot that was missed runs once, late; a recurring schedule
    /// skips to its next slot; overlapping runs are skipped.
    public static Policies defaultsFor(Trigger trigger) {
        return new Policies(
                Missed.defaultFor(trigger),
                Overlap.SKIP,
                Retry.DEFAULT,
                Session.CHAT,
                Notify.ALWAYS,
                null,
                null,
                Duration.ZERO);
    }

    /// The same for what is to happen: a request that succeeds is told to nobody who did not ask
    /// for it, since most are made every few minutes and say the same.
    public static Policies defaultsFor(Trigger trigger, Payload payload) {
        Policies defaults = defaultsFor(trigger);
        return switch (payload) {
            case Payload.Endpoint _ -> defaults.withNotify(Notify.ON_FAILURE);
            case Payload.Message _, Payload.Task _, Payload.Heartbeat _ -> defaults;
        };
    }

    public Policies withMissed(Missed value) {
        return new Policies(value, overlap, retry, session, notifyMode, maxRuns, expiresAt, jitter);
    }

    public Policies withOverlap(Overlap value) {
        return new Policies(missed, value, retry, session, notifyMode, maxRuns, expiresAt, jitter);
    }

    public Policies withRetry(Retry value) {
        return new Policies(
                missed, overlap, value, session, notifyMode, maxRuns, expiresAt, jitter);
    }

    public Policies withSession(Session value) {
        return new Policies(missed, overlap, retry, value, notifyMode, maxRuns, expiresAt, jitter);
    }

    public Policies withNotify(Notify value) {
        return new Policies(missed, overlap, retry, session, value, maxRuns, expiresAt, jitter);
    }

    public Policies withMaxRuns(@Nullable Integer value) {
        return new Policies(missed, overlap, retry, session, notifyMode, value, expiresAt, jitter);
    }

    public Policies withExpiresAt(@Nullable Instant value) {
        return new Policies(missed, overlap, retry, session, notifyMode, maxRuns, value, jitter);
    }

    public Policies withJitter(Duration value) {
        return new Policies(missed, overlap, retry, session, notifyMode, maxRuns, expiresAt, value);
    }

    /// What happens to occurrences that were missed by more than the engine's grace.
    ///
    /// @param max how many of the missed occurrences run at most, the latest ones; used by
    ///   [CatchUp#RUN_ALL]
    /// @param within occurrences older than this are skipped whatever the mode; absent: no bound
    public record Missed(CatchUp mode, int max, @Nullable Duration within) {
        private static final int DEFAULT_MAX = 10;

        public Missed {
            if (max < 1 || max > 1000) {
                throw new IllegalArgumentException(
                        "the number of missed runs to catch up must be 1 to 1000, not " + max);
            }
            if (within != null && !within.isPositive()) {
                throw new IllegalArgumentException(
                        "missed_within must be longer than zero, not " + within);
            }
        }

        public Missed(CatchUp mode) {
            this(mode, DEFAULT_MAX, null);
        }

        /// One-shots run once, late; recurring schedules skip.
        public static Missed defaultFor(Trigger trigger) {
            return new Missed(trigger instanceof Trigger.At ? CatchUp.RUN_ONCE : CatchUp.SKIP);
        }

        /// The three answers to a missed occurrence.
        public enum CatchUp {
            SKIP,
            RUN_ONCE,
            RUN_ALL
        }
    }

    /// What happens to an occurrence while an earlier run of the schedule waits or runs.
    public enum Overlap {
        SKIP,
        QUEUE
    }

    /// The session a task runs in: the chat's active one, a new one each time, or one of the
    /// schedule's own that goes on from run to run.
    ///
    /// @param includeHistory whether a session of the schedule's own remembers its earlier runs
    public record Session(Kind kind, boolean includeHistory) {
        public static final Session CHAT = new Session(Kind.CHAT, true);

        /// The three kinds of session.
        public enum Kind {
            CHAT,
            FRESH,
            REUSE
        }
    }

    /// When the result of a run is told to the chat. Failures are told in every mode.
    public enum Notify {
        ALWAYS,
        ON_CHANGE,
        ON_FAILURE,
        NEVER
    }

    /// How transient failures of a run are repeated: exponential backoff between the two delays,
    /// spread by up to a quarter.
    public record Retry(int maxRetries, Duration delay, Duration maxDelay) {
        public static final Retry DEFAULT =
                new Retry(3, Duration.ofSeconds(1), Duration.ofSeconds(30));

        private static final int MOST_SPREAD = 1000;

        public Retry {
            if (maxRetries < 0 || maxRetries > 20) {
                throw new IllegalArgumentException(
                        "max_retries must be 0 to 20, not " + maxRetries);
            }
            if (delay.isNegative() || maxDelay.compareTo(delay) < 0) {
                throw new IllegalArgumentException(
                        "the delay before the first retry must be 0 or more and at most the longest"
                                + " one, not %d ms with at most %d ms"
                                        .formatted(delay.toMillis(), maxDelay.toMillis()));
            }
        }

        /// The wait before retry number `retry`, counted from 1, without what spreads it.
        public Duration delayBefore(int retry) {
            long factor = 1L << Math.min(retry - 1, 20);
            Duration wanted = delay.multipliedBy(factor);
            return wanted.compareTo(maxDelay) > 0 ? maxDelay : wanted;
        }

        /// The same for one run, longer by up to a quarter: what failed together, because a
        /// provider was down, does not come back together. Always the same for the same retry of
        /// the same run.
        public Duration delayBefore(int retry, RunId run) {
            Duration least = delayBefore(retry);
            int share = Math.floorMod(Objects.hash(run.value(), retry), MOST_SPREAD + 1);
            return least.plus(least.multipliedBy(share).dividedBy(4L * MOST_SPREAD));
        }
    }
}
