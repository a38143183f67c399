package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.scheduler.Destination;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where in Discord a channel is. A thread is a channel of its own there; here it belongs to the
/// chat that its parent is.
///
/// @param parent the channel that a thread is in; absent: it is no thread
/// @param guild the server; absent: it is a talk with one person
record Place(String channel, @Nullable String parent, @Nullable String guild) {
    private static final Set<Integer> THREADS = Set.of(10, 11, 12);

    /// @param channel a channel as Discord describes it, perhaps in part
    static Place of(JsonNode channel, @Nullable String guild) {
        String id = channel.path("id").asText();
        boolean isThread = THREADS.contains(channel.path("type").asInt());
        String parent = channel.path("parent_id").asText("");
        return new Place(id, isThread && !parent.isEmpty() ? parent : null, guild);
    }

    boolean isDirect() {
        return guild == null;
    }

    Destination destination(String gateway) {
        return parent == null
                ? Destination.of(gateway, channel)
                : new Destination(gateway, parent, channel);
    }

    /// The channel that a destination is at Discord.
    static String channelOf(Destination destination) {
        String thread = destination.thread();
        return thread == null ? destination.chat() : thread;
    }
}
