package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.gateway.chat.EditsMessages;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.scheduler.Destination;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;

/// Shows the beginnings of answers on Discord.
final class GrowingMessages implements EditsMessages {
    private static final String KEY = "live:";

    private final DiscordApi api;

    GrowingMessages(DiscordApi api) {
        this.api = api;
    }

    @Override
    public SendResult begin(Destination destination, String key, String textSoFar) {
        ObjectNode body =
                body(textSoFar)
                        .put("nonce", DiscordMessages.nonce(KEY + key))
                        .put("enforce_nonce", true);
        Route.CompiledRoute route =
                Route.Messages.SEND_MESSAGE.compile(Place.channelOf(destination));
        try {
            return new SendResult.Delivered(api.call(route, body).path("id").asText());
        } catch (CallFailed e) {
            return e.failure().result();
        }
    }

    @Override
    public SendResult change(Destination destination, String messageId, String textSoFar) {
        Route.CompiledRoute route =
                Route.Messages.EDIT_MESSAGE.compile(Place.channelOf(destination), messageId);
        try {
            api.call(route, body(textSoFar));
            return new SendResult.Delivered(messageId);
        } catch (CallFailed e) {
            return e.failure().result();
        }
    }

    @Override
    public SendResult remove(Destination destination, String messageId) {
        Route.CompiledRoute route =
                Route.Messages.DELETE_MESSAGE.compile(Place.channelOf(destination), messageId);
        try {
            api.call(route, null);
            return new SendResult.Delivered(messageId);
        } catch (CallFailed e) {
            return e.failure().isAboutEditing()
                    ? new SendResult.Delivered(messageId)
                    : e.failure().result();
        }
    }

    /// Discord gives back the message that it got under the same nonce some minutes ago. What it
    /// has forgotten by then it posts anew, for whoever looks for it to go on with or to take back.
    @Override
    public Optional<String> find(Destination destination, String key) {
        return begin(destination, key, "…") instanceof SendResult.Delivered(String id)
                ? Optional.of(id)
                : Optional.empty();
    }

    private static ObjectNode body(String textSoFar) {
        return DiscordMessages.body(MessageText.beginning(textSoFar), List.of());
    }
}
