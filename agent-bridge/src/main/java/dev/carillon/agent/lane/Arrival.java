package dev.carillon.agent.lane;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration MOMENT = Duration.ofMinutes(1);

    /// Telegram keeps for a day what we have not fetched, and we look back on Discord for a day.
    private static final Duration LONGEST_WAY = Duration.ofDays(2);

    /// What was said or pressed.
    public sealed interface Content {
        /// Words.
        ///
        /// @param debounce how long to wait for more from the same person, which is then answered
        ///   together
        /// @param saidAt when it was said, by the platform's clock; absent where it is not told
        record Words(
                String text,
                List<Attachment> attachments,
                Duration debounce,
                @Nullable Instant saidAt)
                implements Content {
            public Words {
                attachments = List.copyOf(attachments);
            }

            public Words(String text) {
                this(text, List.of(), Duration.ZERO, null);
            }
        }

        /// A button.
        ///
        /// @param messageId the platform's id of the message that carries it
        record Press(ButtonAction action, @Nullable String messageId) implements Content {}
    }

    /// When it was said. Clocks differ: what was said a moment ago was said now, and a platform
    /// that tells of times long past or to come is not believed.
    Instant saidAt(Instant now) {
        Instant told = content instanceof Content.Words words ? words.saidAt() : null;
        return told != null
                        && told.isBefore(now.minus(MOMENT))
                        && told.isAfter(now.minus(LONGEST_WAY))
                ? told
                : now;
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
