package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

@MappedEntity("unread")
record UnreadRow(
        @Id @MappedProperty("chat") String chat,
        @MappedProperty("deliveries") int deliveries,
        @MappedProperty("told") int told) {}
