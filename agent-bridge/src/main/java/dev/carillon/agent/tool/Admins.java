package dev.carillon.agent.tool;

import dev.carillon.scheduler.Destination;

/// The people who may see and change the schedules of all chats.
@FunctionalInterface
public interface Admins {
    Admins NOBODY = (_, _) -> false;

    /// @param gateway the gateway on which the person has that id
    boolean include(String gateway, String userId);

    /// What a person in a chat may see.
    default Caller.Sight sight(Destination chat, String userId) {
        return include(chat.gateway(), userId) ? Caller.Sight.ALL : Caller.Sight.CHAT;
    }
}
