package dev.carillon.gateway.chat;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an adapter received, in our words.
///
/// @param id the id it gets here; sorts by arrival
/// @param eventId the platform's id of the event, unique within its gateway
/// @param heed whether it is meant for the bot
/// @param byBot whether its sender is a program
/// @param zone the sender's zone, where the platform knows it
/// @param alongside further writes that must be committed with it, or not at all
public record InboundMessage(
        String id,
        String eventId,
        Destination destination,
        Person sender,
        Content content,
        Heed heed,
        boolean byBot,
        @Nullable ZoneId zone,
        Runnable alongside) {

    /// What was said or pressed.
    public sealed interface Content {
        /// Words, without the mention of the bot.
        ///
        /// @param agent who is asked by name; absent: whoever the chat is routed to
        /// @param saidAt when they were said, by the platform's clock; absent where it tells
        ///   nothing
        record Words(
                String text,
                @Nullable String agent,
                List<Attachment> attachments,
                @Nullable Instant saidAt)
                implements Content {
            public Words {
                attachments = List.copyOf(attachments);
            }

            /// Words without files, to whom the chat is routed.
            public static Words of(String text) {
                return new Words(text, null, List.of(), null);
            }
        }

        /// A button.
        ///
        /// @param messageId the platform's id of the message that carries it
        record Press(ButtonAction action, String messageId) implements Content {}
    }
}
