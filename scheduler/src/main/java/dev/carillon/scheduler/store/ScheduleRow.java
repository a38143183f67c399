package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import org.jspecify.annotations.Nullable;

@MappedEntity("schedule")
record ScheduleRow(
        @Id String id,
        int number,
        @Nullable String name,
        String gateway,
        String chat,
        @Nullable String thread,
        String agent,
        String ownerKind,
        String ownerId,
        String triggerJson,
        String payloadJson,
        String policiesJson,
        String status,
        @Nullable Long nextDueAt,
        @Nullable Long snoozedUntil,
        @Nullable Long pausedUntil,
        @Nullable Long wakeAt,
        @Nullable Long lastRunAt,
        int runCount,
        int consecutiveFailures,
        @Nullable String creationKey,
        long createdAt,
        @Version long version) {}
