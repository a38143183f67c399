package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

@MappedEntity("spent")
record SpentRow(
        @Id @MappedProperty("spent_key") String spentKey,
        @MappedProperty("turns") long turns,
        @MappedProperty("tokens") long tokens,
        @MappedProperty("cost_micros") long costMicros,
        @MappedProperty("told") int told) {}
