package dev.carillon.gateway;

import dev.carillon.agent.command.ChatAgents;
import dev.carillon.config.Config;
import dev.carillon.config.GatewayName;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;

/// Which agent answers in a chat, as the operator routed it.
final class Routes implements ChatAgents {
    private final Config config;

    Routes(Config config) {
        this.config = config;
    }

    @Override
    public AgentName agentFor(Destination destination) {
        GatewayName gateway = new GatewayName(destination.gateway());
        return new AgentName(config.agentFor(gateway, destination.chat()).value());
    }
}
