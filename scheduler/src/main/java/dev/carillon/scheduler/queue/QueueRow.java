package dev.carillon.scheduler.queue;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// The columns are named, so that Micronaut Data does not work them out anew for each row it reads.
@MappedEntity("queue")
record QueueRow(
        @Id @MappedProperty("queue_key") String queueKey,
        @MappedProperty("kind") String kind,
        @MappedProperty("ready_at") @Nullable Long readyAt,
        @MappedProperty("holder") @Nullable String holder,
        @MappedProperty("held_until") long heldUntil,
        @MappedProperty("epoch") long epoch) {}
