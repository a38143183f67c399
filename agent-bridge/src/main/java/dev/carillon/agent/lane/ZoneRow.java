package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("known_zone")
record ZoneRow(@Id String scope, String zone, String told) {}
