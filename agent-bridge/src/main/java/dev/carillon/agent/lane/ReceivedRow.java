package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("received")
record ReceivedRow(@Id String eventKey, long receivedAt, @Nullable String itemId) {}
