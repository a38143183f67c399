package dev.carillon.gateway.chat.discord;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an event says to us.
sealed interface Heard {
    record Said(
            String eventId,
            Destination destination,
            Person sender,
            String text,
            List<Attachment> attachments,
            Heed heed,
            boolean byBot,
            @Nullable Instant at)
            implements Heard {
        public Said {
            attachments = List.copyOf(attachments);
        }
    }

    /// @param action what the button does; absent when it is none of ours
    record Pressed(Asking asking, @Nullable ButtonAction action, String messageId)
            implements Heard {}

    /// @param text the command as one would type it
    record Commanded(Asking asking, String text) implements Heard {}

    /// Somebody types into an option and wants to be shown what there is.
    record Sought(Asking asking, String command, String option, String typed) implements Heard {}

    /// It is not for us.
    record Nothing(String why) implements Heard {}

    /// An interaction: who waits where, and with what to answer within three seconds.
    record Asking(
            String id, String token, Destination destination, Person sender, boolean isDirect) {
        Heed heed() {
            return isDirect ? Heed.DIRECT : Heed.MENTIONED;
        }
    }
}
