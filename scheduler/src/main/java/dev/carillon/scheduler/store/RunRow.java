package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("run")
record RunRow(
        @Id String id,
        String scheduleId,
        long dueAt,
        String cause,
        String status,
        @Nullable String reason,
        int attempts,
        long firedAt,
        @Nullable Long startedAt,
        @Nullable Long endedAt,
        @Nullable String output,
        @Nullable String error,
        String delivery,
        @Nullable String platformMessageId) {

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
                run.platformMessageId());
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
                platformMessageId);
    }
}
