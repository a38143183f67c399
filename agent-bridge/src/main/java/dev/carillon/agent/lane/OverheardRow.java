package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// @param place the key of the destination
@MappedEntity("overheard")
record OverheardRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("place") String place,
        @MappedProperty("sender_name") String senderName,
        @MappedProperty("text") String text,
        @MappedProperty("at") long at) {}
