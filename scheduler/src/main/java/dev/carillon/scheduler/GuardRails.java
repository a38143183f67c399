package dev.carillon.scheduler;

import dev.carillon.config.GuardRailsConfig;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The operator's bounds for each agent. Of an agent that is no longer in the config the defaults
/// hold.
public interface GuardRails {
    /// The defaults for everybody.
    GuardRails DEFAULT =
            new GuardRails() {
                @Override
                public GuardRailsConfig of(AgentName agent) {
                    return GuardRailsConfig.DEFAULT;
                }

                @Override
                public ZoneId zoneOf(AgentName agent) {
                    return ZoneOffset.UTC;
                }
            };

    GuardRailsConfig of(AgentName agent);

    /// The zone in which the agent's days begin and end.
    ZoneId zoneOf(AgentName agent);

    /// The agent's day at an instant.
    default LocalDate dayOf(AgentName agent, Instant instant) {
        return LocalDate.ofInstant(instant, zoneOf(agent));
    }
}
