package dev.carillon.agent.endpoint;

import dev.carillon.config.OutgoingConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Puts the client together. Where requests may go comes from above.
@Factory
final class EndpointFactory {
    @Singleton
    HostLookup lookup() {
        return new SystemLookup();
    }

    @Singleton
    EndpointClient client(OutgoingConfig config, HostLookup names, InstantSource clock) {
        return new EndpointClient(config, names, clock);
    }

    @Singleton
    Outgoing outgoing(OutgoingConfig config) {
        return new Outgoing(config);
    }
}
