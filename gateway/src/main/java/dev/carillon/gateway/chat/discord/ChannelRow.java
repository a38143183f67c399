package dev.carillon.gateway.chat.discord;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

@MappedEntity("discord_channel")
record ChannelRow(
        @MappedProperty("gateway") String gateway,
        @Id @MappedProperty("channel") String channel,
        @MappedProperty("parent") @Nullable String parent,
        @MappedProperty("guild") @Nullable String guild,
        @MappedProperty("last_message") long lastMessage) {
    Place place() {
        return new Place(channel, parent, guild);
    }
}
