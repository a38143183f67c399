package dev.carillon.agent.command;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;

/// Says which agent talks in a chat. Routing is the business of the module above.
public interface ChatAgents {
    /// The agent that gets what people write at a destination, commands aside.
    AgentName agentFor(Destination destination);
}
