package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// The columns are named, so that Micronaut Data does not work them out anew for each row.
@MappedEntity("run")
record RunRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("schedule_id") String scheduleId,
        @MappedProperty("due_at") long dueAt,
        @MappedProperty("cause") String cause,
        @MappedProperty("status") String status,
        @MappedProperty("reason") @Nullable String reason,
        @MappedProperty("attempts") int attempts,
        @MappedProperty("fired_at") long firedAt,
        @MappedProperty("started_at") @Nullable Long startedAt,
        @MappedProperty("ended_at") @Nullable Long endedAt,
        @MappedProperty("output") @Nullable String output,
        @MappedProperty("error") @Nullable String error,
        @MappedProperty("delivery") String delivery,
        @MappedProperty("platform_message_id") @Nullable String platformMessageId,
        @MappedProperty("input_tokens") long inputTokens,
        @MappedProperty("output_tokens") long outputTokens,
        @MappedProperty("cost_micros") long costMicros) {

    static RunRow of(Run run) {
        return new RunRow(
                run.id().value(),
                run.scheduleId().value(),
                run.dueAt().toEpochMilli(),
                run.cause().name(),
                run.status().name(),
                run.reason(),
                run.attempts(),
                run.firedAt().toEpochMilli(),
                Millis.of(run.startedAt()),
                Millis.of(run.endedAt()),
                run.output(),
                run.error(),
                run.delivery().name(),
                run.platformMessageId(),
                run.used().inputTokens(),
                run.used().outputTokens(),
                run.used().costMicros());
    }

    Run toRun() {
        return new Run(
                new RunId(id),
                new ScheduleId(scheduleId),
                Millis.instant(dueAt),
                Run.Cause.valueOf(cause),
                Run.Status.valueOf(status),
                reason,
                attempts,
                Millis.instant(firedAt),
                Millis.instantOrNull(startedAt),
                Millis.instantOrNull(endedAt),
                output,
                error,
                Run.Delivery.valueOf(delivery),
                platformMessageId,
                new Run.Used(inputTokens, outputTokens, costMicros));
    }
}
