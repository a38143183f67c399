package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.requests.Route;
import org.jspecify.annotations.Nullable;

/// Finds out where a message was said. A message names its channel only, and not whether that is a
/// thread.
final class Places {
    private final JDA jda;
    private final DiscordApi api;
    private final ChannelMemory memory;

    Places(JDA jda, DiscordApi api, ChannelMemory memory) {
        this.jda = jda;
        this.api = api;
        this.memory = memory;
    }

    Place of(JsonNode message) {
        String channel = message.path("channel_id").asText();
        String guild = message.path("guild_id").asText("");
        if (guild.isEmpty()) {
            return new Place(channel, null, null);
        }
        ThreadChannel thread = jda.getThreadChannelById(channel);
        if (thread != null) {
            return new Place(channel, thread.getParentChannel().getId(), guild);
        }
        if (jda.getGuildChannelById(channel) != null) {
            return new Place(channel, null, guild);
        }
        return memory.place(channel).orElseGet(() -> asked(channel, guild));
    }

    private Place asked(String channel, String guild) {
        try {
            JsonNode answer = api.call(Route.Channels.GET_CHANNEL.compile(channel), null);
            return Place.of(answer, guild);
        } catch (CallFailed e) {
            if (e.failure().isAboutAccess()) {
                return new Place(channel, null, guild);
            }
            throw e;
        }
    }

    /// The role that the bot has on a server as itself.
    @Nullable String role(Place place) {
        Guild guild = place.guild() == null ? null : jda.getGuildById(place.guild());
        Role role = guild == null ? null : guild.getBotRole();
        return role == null ? null : role.getId();
    }
}
