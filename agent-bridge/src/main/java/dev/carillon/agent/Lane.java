package dev.carillon.agent;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import org.jspecify.annotations.Nullable;

/// The unit of conversation: a destination and an agent. At most one turn runs in a lane at any
/// moment, across all replicas.
///
/// @param side the name of a session beside the chat's own, for tasks that run in a `fresh` or
///   `reuse` session; absent for the conversation with people
public record Lane(Destination destination, AgentName agent, @Nullable String side) {
    public static Lane of(Destination destination, AgentName agent) {
        return new Lane(destination, agent, null);
    }

    /// The lane as one unambiguous string, the key of its queue.
    public String key() {
        String key = "lane:" + destination.key() + "#" + agent.value();
        return side == null ? key : key + "!" + side;
    }

    /// The conversation with people in the same chat.
    public Lane main() {
        return new Lane(destination, agent, null);
    }
}
