package dev.carillon.agent.lane;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a platform told us, on its way into a lane.
///
/// @param id the id it gets here; sorts by arrival
/// @param eventId the platform's id of the event, unique within its gateway: an event that is sent
///   twice arrives once
/// @param alongside further writes of the adapter that must be committed with it, or not at all
public record Arrival(
        String id, Lane lane, String eventId, Person sender, Content content, Runnable alongside) {

    /// What was said or pressed.
    public sealed interface Content {
        /// Words.
        ///
        /// @param debounce how long to wait for more from the same person, which is then answered
        ///   together
        record Words(String text, List<Attachment> attachments, Duration debounce)
                implements Content {
            public Words {
                attachments = List.copyOf(attachments);
            }

            public Words(String text) {
                this(text, List.of(), Duration.ZERO);
            }
        }

        /// A button.
        ///
        /// @param messageId the platform's id of the message that carries it
        record Press(ButtonAction action, @Nullable String messageId) implements Content {}
    }

    Duration debounce() {
        return content instanceof Content.Words words ? words.debounce() : Duration.ZERO;
    }

    String eventKey() {
        return eventKey(lane.destination().gateway(), eventId);
    }

    static String eventKey(String gateway, String eventId) {
        return gateway + "/" + eventId;
    }
}
