package dev.carillon.gateway.chat.slack;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Slack tells us.
sealed interface Heard {
    /// Somebody wrote.
    ///
    /// @param eventId the same however often, and as whatever kind of event, Slack tells it
    /// @param sender the id of a user, or of a bot that has none
    /// @param name how a bot without a user calls itself
    record Said(
            String eventId,
            Destination destination,
            String sender,
            @Nullable String name,
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

    /// Somebody used a slash command.
    record Commanded(
            String eventId, Destination destination, String sender, String name, String text)
            implements Heard {}

    /// Somebody pressed a button.
    ///
    /// @param action what the button does; absent when it is none of ours
    /// @param responseUrl where the one who pressed can be told something
    record Pressed(
            String eventId,
            Destination destination,
            String sender,
            String name,
            @Nullable ButtonAction action,
            String messageId,
            @Nullable String responseUrl)
            implements Heard {}

    /// The app was taken out of the workspace, or its tokens were revoked.
    record Removed(String why) implements Heard {}

    /// It is not for us.
    record Nothing(String why) implements Heard {}
}
