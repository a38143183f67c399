package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("received")
record ReceivedRow(@Id String eventKey, long receivedAt) {}
