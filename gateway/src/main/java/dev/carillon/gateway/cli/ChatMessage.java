package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A message of a chat as the API tells it.
///
/// @param tag the schedule that woke it
/// @param outcome what came of a button that was pressed
record ChatMessage(
        String id,
        boolean isFromAgent,
        String origin,
        String sender,
        String text,
        Instant at,
        @Nullable Tag tag,
        List<Card> cards,
        List<Choice> choices,
        @Nullable String outcome) {
    ChatMessage {
        cards = List.copyOf(cards);
        choices = List.copyOf(choices);
    }

    static ChatMessage of(JsonNode json) {
        return new ChatMessage(
                json.path("id").asText(""),
                json.path("role").asText("").equals("agent"),
                json.path("origin").asText(""),
                json.path("sender").asText(""),
                json.path("text").asText(""),
                instant(json.path("at").asText("")),
                json.hasNonNull("tag") ? Tag.of(json.path("tag")) : null,
                list(json.path("cards"), Card::of),
                list(json.path("buttons"), Choice::of),
                json.hasNonNull("outcome") ? json.path("outcome").asText() : null);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw new CommandFailure("the server tells a time that is none: '" + text + "'");
        }
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        array.forEach(item -> items.add(read.apply(item)));
        return items;
    }

    boolean isFromSchedule() {
        return origin.equals("schedule");
    }

    /// The schedule that woke a message.
    record Tag(int number, String name, String when) {
        private static Tag of(JsonNode json) {
            return new Tag(
                    json.path("number").asInt(),
                    json.path("name").asText(""),
                    json.path("when").asText(""));
        }
    }

    /// A button below the message.
    record Choice(String label, String code) {
        private static Choice of(JsonNode json) {
            return new Choice(json.path("label").asText(""), json.path("code").asText(""));
        }
    }

    /// A schedule that the message is about.
    record Card(
            int number,
            String id,
            String name,
            String kind,
            String text,
            String when,
            List<String> next,
            String zone,
            String status) {
        private static Card of(JsonNode json) {
            return new Card(
                    json.path("number").asInt(),
                    json.path("schedule_id").asText(""),
                    json.path("name").asText(""),
                    json.path("kind").asText(""),
                    json.path("text").asText(""),
                    json.path("when").asText(""),
                    list(json.path("next"), JsonNode::asText),
                    json.path("timezone").asText(""),
                    json.path("status").asText(""));
        }
    }
}
