package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/// The columns of a run that a delivery writes.
@MappedEntity("run")
record DeliveredRow(
        @Id String id,
        String delivery,
        @Nullable String platformMessageId,
        @Nullable String error) {}
