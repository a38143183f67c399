package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("zone_asked")
record ZoneAskedRow(@Id String person, long askedAt) {}
