package dev.carillon.gateway.chat;

import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.scheduler.Destination;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What an adapter received, in our words.
///
/// @param id the id it gets here; sorts by arrival
/// @param eventId the platform's id of the event, unique within its gateway
/// @param zone the sender's zone, where the platform knows it
/// @param alongside further writes that must be committed with it, or not at all
public record InboundMessage(
        String id,
        String eventId,
        Destination destination,
        Person sender,
        Content content,
        @Nullable ZoneId zone,
        Runnable alongside) {

    /// What was said or pressed.
    public sealed interface Content {
        /// Words.
        ///
        /// @param agent who is asked by name; absent: whoever the chat is routed to
        record Words(String text, @Nullable String agent) implements Content {}

        /// A button.
        ///
        /// @param messageId the platform's id of the message that carries it
        record Press(ButtonAction action, String messageId) implements Content {}
    }
}
