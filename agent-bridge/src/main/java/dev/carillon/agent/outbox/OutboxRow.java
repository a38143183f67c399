package dev.carillon.agent.outbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("outbox")
record OutboxRow(
        @Id String id,
        String outlet,
        String gateway,
        String chat,
        @Nullable String thread,
        String message,
        @Nullable String runId,
        String status,
        int attempts,
        int partsSent,
        int inDoubt,
        @Nullable String error,
        long createdAt) {}
