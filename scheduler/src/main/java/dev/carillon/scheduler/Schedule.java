package dev.carillon.scheduler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A schedule: its terms, who made it, and how far it has come.
///
/// @param number a short number, unique within its chat, that people can type
public record Schedule(
        ScheduleId id, int number, Terms terms, Owner owner, State state, Instant createdAt) {

    public Schedule {
        if (number < 1) {
            throw new IllegalArgumentException("a schedule's number starts at 1, not " + number);
        }
    }

    public Schedule with(State value) {
        return new Schedule(id, number, terms, owner, value, createdAt);
    }

    public Schedule with(Terms value) {
        return new Schedule(id, number, value, owner, state, createdAt);
    }

    /// Under the number it has in another chat.
    public Schedule numbered(int value) {
        return new Schedule(id, value, terms, owner, state, createdAt);
    }

    public Trigger trigger() {
        return terms.trigger();
    }

    public Payload payload() {
        return terms.payload();
    }

    public Policies policies() {
        return terms.policies();
    }

    public Destination destination() {
        return terms.destination();
    }

    public boolean isRecurring() {
        return !(trigger() instanceof Trigger.At);
    }

    /// When the engine has to look at this schedule next; absent when nothing is to come.
    public @Nullable Instant wakeAt() {
        return switch (state.status()) {
            case ACTIVE -> earlier(jittered(state.nextDueAt()), state.snoozedUntil());
            case PAUSED -> state.pausedUntil();
            case FINISHED, CANCELLED -> null;
        };
    }

    private @Nullable Instant jittered(@Nullable Instant due) {
        return due == null ? null : due.plus(policies().jitter());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /// Whether a schedule fires, rests or is over.
    public enum Status {
        ACTIVE,
        PAUSED,
        FINISHED,
        CANCELLED
    }

    /// How far a schedule has come.
    ///
    /// @param nextDueAt the next occurrence of the trigger, before jitter
    /// @param snoozedUntil one further occurrence that was moved here, besides the trigger's own
    /// @param pausedUntil when a pause ends by itself
    /// @param pauseReason why it is paused; absent when somebody paused it, or it is not paused
    public record State(
            Status status,
            @Nullable Instant nextDueAt,
            @Nullable Instant snoozedUntil,
            @Nullable Instant pausedUntil,
            @Nullable PauseReason pauseReason,
            @Nullable Instant lastRunAt,
            int runCount,
            int consecutiveFailures) {

        public State {
            if (pauseReason != null && status != Status.PAUSED) {
                throw new IllegalArgumentException(
                        "only a paused schedule has a reason to be paused: " + status);
            }
        }

        public static State startingAt(Instant firstDueAt) {
            return new State(Status.ACTIVE, firstDueAt, null, null, null, null, 0, 0);
        }

        public State withStatus(Status value) {
            boolean isPaused = value == Status.PAUSED;
            return new State(
                    value,
                    nextDueAt,
                    snoozedUntil,
                    isPaused ? pausedUntil : null,
                    isPaused ? pauseReason : null,
                    lastRunAt,
                    runCount,
                    consecutiveFailures);
        }

        /// Paused by somebody.
        public State pausedUntil(@Nullable Instant until) {
            return paused(until, null);
        }

        /// Paused by nobody, until it is resumed.
        public State pausedFor(PauseReason reason) {
            return paused(null, reason);
        }

        private State paused(@Nullable Instant until, @Nullable PauseReason reason) {
            return new State(
                    Status.PAUSED,
                    nextDueAt,
                    snoozedUntil,
                    until,
                    reason,
                    lastRunAt,
                    runCount,
                    consecutiveFailures);
        }

        public State withNextDueAt(@Nullable Instant value) {
            return new State(
                    status,
                    value,
                    snoozedUntil,
                    pausedUntil,
                    pauseReason,
                    lastRunAt,
                    runCount,
                    consecutiveFailures);
        }

        public State withSnoozedUntil(@Nullable Instant value) {
            return new State(
                    status,
                    nextDueAt,
                    value,
                    pausedUntil,
                    pauseReason,
                    lastRunAt,
                    runCount,
                    consecutiveFailures);
        }

        /// Whoever resumes a schedule that failed believes that it will work now.
        public State withoutFailures() {
            return new State(
                    status,
                    nextDueAt,
                    snoozedUntil,
                    pausedUntil,
                    pauseReason,
                    lastRunAt,
                    runCount,
                    0);
        }

        public State ranAt(Instant at) {
            return new State(
                    status,
                    nextDueAt,
                    snoozedUntil,
                    pausedUntil,
                    pauseReason,
                    at,
                    runCount + 1,
                    consecutiveFailures);
        }
    }
}
