package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an update says to us.
sealed interface Heard {
    record Said(
            Destination destination,
            Person sender,
            String text,
            List<Attachment> attachments,
            Heed heed,
            boolean byBot,
            @Nullable Instant at)
            implements Heard {}

    /// @param action what the button does; absent when it is none of ours
    /// @param shown the message that carries the button; absent when Telegram does not show it
    record Pressed(
            String callbackId,
            Destination destination,
            Person sender,
            @Nullable ButtonAction action,
            String messageId,
            @Nullable ShownMessage shown)
            implements Heard {}

    /// A group has become a supergroup.
    record Moved(String chat, String movedTo) implements Heard {}

    /// The bot can speak in a chat.
    record LetIn(Destination destination) implements Heard {}

    /// The bot was removed from a chat, or blocked.
    ///
    /// @param id the id that Telegram names; not that of the chat now if it has moved
    record ShutOut(String id, Destination destination, String why) implements Heard {}

    /// It is not for us.
    record Nothing(String why) implements Heard {}
}
