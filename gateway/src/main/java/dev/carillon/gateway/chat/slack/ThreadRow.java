package dev.carillon.gateway.chat.slack;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

@MappedEntity("slack_thread")
record ThreadRow(
        @Id @MappedProperty("thread") String thread,
        @MappedProperty("gateway") String gateway,
        @MappedProperty("channel") String channel,
        @MappedProperty("at") long at) {}
