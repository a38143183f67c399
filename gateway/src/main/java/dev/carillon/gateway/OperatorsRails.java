package dev.carillon.gateway;

import dev.carillon.config.AgentConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.config.LiveConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The guard rails as the operator's file has them.
final class OperatorsRails implements GuardRails {
    private final LiveConfig config;

    OperatorsRails(LiveConfig config) {
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
        return settings == null ? config.now().timezone() : settings.timezone();
    }

    private @Nullable AgentConfig settings(AgentName agent) {
        return config.now().agents().get(new dev.carillon.config.AgentName(agent.value()));
    }
}
