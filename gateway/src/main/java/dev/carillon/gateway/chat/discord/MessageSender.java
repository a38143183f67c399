package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import net.dv8tion.jda.api.requests.Route;
import org.jspecify.annotations.Nullable;

/// Sends parts of messages, and changes messages of which a button was pressed.
final class MessageSender {
    private final DiscordApi api;

    MessageSender(DiscordApi api) {
        this.api = api;
    }

    SendResult send(Part part) {
        String edited = part.message().edits();
        try {
            return edited == null ? sendNew(part, null) : edit(part, edited);
        } catch (CallFailed e) {
            return e.failure().result();
        }
    }

    /// Puts a whole message where its beginning was shown.
    SendResult instead(Part part, String messageId) {
        OutboundMessage message = part.message();
        try {
            change(
                    part,
                    messageId,
                    DiscordMessages.body(MessageText.of(message), message.buttons()));
            return delivered(messageId);
        } catch (CallFailed e) {
            return e.failure().isAboutEditing() ? send(part) : e.failure().result();
        }
    }

    private SendResult sendNew(Part part, @Nullable String repliesTo) {
        ObjectNode body = DiscordMessages.message(part.key(), part.message());
        if (repliesTo != null) {
            body.putObject("message_reference")
                    .put("message_id", repliesTo)
                    .put("fail_if_not_exists", false);
        }
        Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(channel(part));
        return delivered(api.call(route, body).path("id").asText());
    }

    /// Puts the outcome of a press below the words of the message and takes its buttons away. Where
    /// the two are too long together the outcome is a reply.
    private SendResult edit(Part part, String messageId) {
        JsonNode before;
        try {
            before = api.call(Route.Messages.GET_MESSAGE.compile(channel(part), messageId), null);
            OutboundMessage message = part.message();
            String text = with(MessageText.of(message), before.path("content").asText());
            if (text.length() <= DiscordMessages.LONGEST) {
                change(part, messageId, DiscordMessages.body(text, message.buttons()));
                return delivered(messageId);
            }
            ObjectNode noButtons = JsonNodeFactory.instance.objectNode();
            noButtons.putArray("components");
            change(part, messageId, noButtons);
        } catch (CallFailed e) {
            if (!e.failure().isAboutEditing()) {
                throw e;
            }
        }
        return sendNew(part, messageId);
    }

    /// The answer to an edit can be lost; done again it must not be there twice.
    private static String with(String outcome, String before) {
        return before.endsWith(outcome) ? before : before + "\n\n" + outcome;
    }

    private void change(Part part, String messageId, ObjectNode body) {
        api.call(Route.Messages.EDIT_MESSAGE.compile(channel(part), messageId), body);
    }

    private static String channel(Part part) {
        return Place.channelOf(part.destination());
    }

    private static SendResult delivered(String messageId) {
        return new SendResult.Delivered(messageId);
    }
}
