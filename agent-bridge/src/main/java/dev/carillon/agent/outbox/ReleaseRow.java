package dev.carillon.agent.outbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("queue")
record ReleaseRow(@Id String outlet, long readyAt) {}
