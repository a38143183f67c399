package dev.carillon.gateway;

import dev.carillon.agent.command.ChatAgents;
import dev.carillon.config.GatewayName;
import dev.carillon.config.LiveConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;

/// Which agent answers in a chat, as the operator routed it.
final class Routes implements ChatAgents {
    private final LiveConfig config;

    Routes(LiveConfig config) {
        this.config = config;
    }

    @Override
    public AgentName agentFor(Destination destination) {
        GatewayName gateway = new GatewayName(destination.gateway());
        return new AgentName(config.now().agentFor(gateway, destination.chat()).value());
    }
}
