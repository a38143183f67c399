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
        @Nullable String platformMessageId) {

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
