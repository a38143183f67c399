package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.command.ChatAgents;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who has to remember what a schedule says in a chat: the agent it belongs to, and the one that
/// people there talk to, who else would not know what their reply is about.
final class Listeners {
    private final @Nullable ChatAgents agents;

    /// @param agents absent where nothing is routed, as in tests of this module
    Listeners(@Nullable ChatAgents agents) {
        this.agents = agents;
    }

    Set<Lane> of(Destination chat, AgentName agent) {
        Set<Lane> lanes = new LinkedHashSet<>();
        lanes.add(Lane.of(chat, agent));
        if (agents != null) {
            lanes.add(Lane.of(chat, agents.agentFor(chat)));
        }
        return lanes;
    }
}
