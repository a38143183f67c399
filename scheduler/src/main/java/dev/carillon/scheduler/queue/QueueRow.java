package dev.carillon.scheduler.queue;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("queue")
record QueueRow(
        @Id String queueKey,
        String kind,
        @Nullable Long readyAt,
        @Nullable String holder,
        long heldUntil,
        long epoch) {}
