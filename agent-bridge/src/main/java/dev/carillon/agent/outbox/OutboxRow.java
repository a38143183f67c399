package dev.carillon.agent.outbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// The columns are named, so that Micronaut Data does not work them out anew for each row it reads.
@MappedEntity("outbox")
record OutboxRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("outlet") String outlet,
        @MappedProperty("gateway") String gateway,
        @MappedProperty("chat") String chat,
        @MappedProperty("thread") @Nullable String thread,
        @MappedProperty("message") String message,
        @MappedProperty("run_id") @Nullable String runId,
        @MappedProperty("status") String status,
        @MappedProperty("attempts") int attempts,
        @MappedProperty("parts_sent") int partsSent,
        @MappedProperty("in_doubt") int inDoubt,
        @MappedProperty("error") @Nullable String error,
        @MappedProperty("created_at") long createdAt) {}
