package dev.carillon.gateway;

import dev.carillon.config.AgentConfig;
import dev.carillon.config.Config;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The guard rails as the operator's file has them.
final class OperatorsRails implements GuardRails {
    private final Config config;

    OperatorsRails(Config config) {
        this.config = config;
    }

    @Override
    public GuardRailsConfig of(AgentName agent) {
        AgentConfig settings = settings(agent);
        return settings == null ? GuardRailsConfig.DEFAULT : settings.guardRails();
    }

    @Override
    public ZoneId zoneOf(AgentName agent) {
        AgentConfig settings = settings(agent);
        return settings == null ? config.timezone() : settings.timezone();
    }

    private @Nullable AgentConfig settings(AgentName agent) {
        return config.agents().get(new dev.carillon.config.AgentName(agent.value()));
    }
}
