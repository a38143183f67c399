package dev.carillon.scheduler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The record of one occurrence: what happened, how often it was tried, what came out, and whether
/// it was delivered. Execution and delivery are told apart: a run that succeeded and could not be
/// delivered is not a success.
///
/// @param dueAt the instant the occurrence was due; unique within a schedule
/// @param reason why it was skipped or failed, in a word such as `missed` or `overlap`
public record Run(
        RunId id,
        ScheduleId scheduleId,
        Instant dueAt,
        Cause cause,
        Status status,
        @Nullable String reason,
        int attempts,
        Instant firedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String output,
        @Nullable String error,
        Delivery delivery,
        @Nullable String platformMessageId,
        Used used) {

    /// A run for which no model has worked.
    public Run(
            RunId id,
            ScheduleId scheduleId,
            Instant dueAt,
            Cause cause,
            Status status,
            @Nullable String reason,
            int attempts,
            Instant firedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String output,
            @Nullable String error,
            Delivery delivery,
            @Nullable String platformMessageId) {
        this(
                id,
                scheduleId,
                dueAt,
                cause,
                status,
                reason,
                attempts,
                firedAt,
                startedAt,
                endedAt,
                output,
                error,
                delivery,
                platformMessageId,
                Used.NOTHING);
    }

    /// What a run, or several turns, have used of a model.
    ///
    /// @param costMicros in millionths of the currency of the operator's prices
    public record Used(long inputTokens, long outputTokens, long costMicros) {
        public static final Used NOTHING = new Used(0, 0, 0);

        public long totalTokens() {
            return inputTokens + outputTokens;
        }
    }

    /// What made the occurrence.
    public enum Cause {
        TRIGGER,
        SNOOZE,
        MANUAL
    }

    /// How the execution of a run stands.
    public enum Status {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        SKIPPED
    }

    /// How the delivery of a run's result stands.
    public enum Delivery {
        /// Nothing to deliver.
        NONE,
        PENDING,
        DELIVERED,
        FAILED,
        /// Sent without an answer; the platform may or may not show it.
        UNKNOWN
    }
}
