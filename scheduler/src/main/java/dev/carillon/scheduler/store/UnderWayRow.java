package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// How many runs of a schedule have begun and not ended.
@MappedEntity("schedule")
record UnderWayRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("agent") String agent,
        @MappedProperty("gateway") String gateway,
        @MappedProperty("chat") String chat,
        @MappedProperty("runs") int runs) {}
