package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import java.time.Instant;

/// The run rows that firing writes.
final class Runs {
    private Runs() {}

    static Run of(RunId id, Schedule schedule, Plan.Occurrence occurrence, Instant now) {
        if (occurrence.skipReason() != null) {
            return skipped(id, schedule, occurrence, now);
        }
        return switch (schedule.payload()) {
            case Payload.Message message -> message(id, schedule, occurrence, now, message);
            case Payload.Task _, Payload.Heartbeat _, Payload.Endpoint _ ->
                    waiting(id, schedule, occurrence, now);
        };
    }

    private static Run skipped(
            RunId id, Schedule schedule, Plan.Occurrence occurrence, Instant now) {
        return new Run(
                id,
                schedule.id(),
                occurrence.dueAt(),
                occurrence.cause(),
                Run.Status.SKIPPED,
                occurrence.skipReason(),
                0,
                now,
                null,
                now,
                null,
                null,
                Run.Delivery.NONE,
                null);
    }

    /// A message has nothing to execute: it succeeded when it was written, and is yet to be
    /// delivered.
    private static Run message(
            RunId id,
            Schedule schedule,
            Plan.Occurrence occurrence,
            Instant now,
            Payload.Message message) {
        return new Run(
                id,
                schedule.id(),
                occurrence.dueAt(),
                occurrence.cause(),
                Run.Status.SUCCEEDED,
                null,
                1,
                now,
                now,
                now,
                message.text(),
                null,
                Run.Delivery.PENDING,
                null);
    }

    private static Run waiting(
            RunId id, Schedule schedule, Plan.Occurrence occurrence, Instant now) {
        return new Run(
                id,
                schedule.id(),
                occurrence.dueAt(),
                occurrence.cause(),
                Run.Status.WAITING,
                null,
                0,
                now,
                null,
                null,
                null,
                null,
                Run.Delivery.NONE,
                null);
    }
}
