package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import org.jspecify.annotations.Nullable;

/// The columns are named, although their names follow from those of the components: Micronaut Data
/// would work them out anew for each row it reads, a seventh of the time of a firing.
@MappedEntity("schedule")
record ScheduleRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("number") int number,
        @MappedProperty("name") @Nullable String name,
        @MappedProperty("gateway") String gateway,
        @MappedProperty("chat") String chat,
        @MappedProperty("thread") @Nullable String thread,
        @MappedProperty("agent") String agent,
        @MappedProperty("owner_kind") String ownerKind,
        @MappedProperty("owner_id") String ownerId,
        @MappedProperty("trigger_json") String triggerJson,
        @MappedProperty("payload_json") String payloadJson,
        @MappedProperty("policies_json") String policiesJson,
        @MappedProperty("status") String status,
        @MappedProperty("next_due_at") @Nullable Long nextDueAt,
        @MappedProperty("snoozed_until") @Nullable Long snoozedUntil,
        @MappedProperty("paused_until") @Nullable Long pausedUntil,
        @MappedProperty("pause_reason") @Nullable String pauseReason,
        @MappedProperty("wake_at") @Nullable Long wakeAt,
        @MappedProperty("last_run_at") @Nullable Long lastRunAt,
        @MappedProperty("run_count") int runCount,
        @MappedProperty("consecutive_failures") int consecutiveFailures,
        @MappedProperty("creation_key") @Nullable String creationKey,
        @MappedProperty("created_at") long createdAt,
        @MappedProperty("expires_at") @Nullable Long expiresAt,
        @Version @MappedProperty("version") long version) {}
