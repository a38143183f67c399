package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
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
        record Words(String text) implements Content {}

        /// A button.
        ///
        /// @param messageId the platform's id of the message that carries it
        record Press(ButtonAction action, @Nullable String messageId) implements Content {}
    }

    String eventKey() {
        return eventKey(lane.destination().gateway(), eventId);
    }

    static String eventKey(String gateway, String eventId) {
        return gateway + "/" + eventId;
    }
}
