package dev.carillon.gateway.api;

import dev.carillon.scheduler.Destination;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Where a schedule's messages go.
@Serdeable
record DestinationView(String gateway, String chat, @Nullable String thread) {
    static DestinationView of(Destination destination) {
        return new DestinationView(destination.gateway(), destination.chat(), destination.thread());
    }
}
