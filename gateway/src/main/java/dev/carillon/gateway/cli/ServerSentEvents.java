package dev.carillon.gateway.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the lines of a stream together to events, as the HTML standard says.
final class ServerSentEvents {
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private @Nullable String id;

    /// @return an event, when the line was its last
    Optional<ServerSentEvent> accept(String line) {
        if (line.isEmpty()) {
            return dispatch();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
        switch (field) {
            case "event" -> name = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> id = value;
            default -> {
                // Comments, and what later versions of the protocol may add.
            }
        }
        return Optional.empty();
    }

    private Optional<ServerSentEvent> dispatch() {
        String text = data.toString().strip();
        String event = name.isEmpty() ? "message" : name;
        data.setLength(0);
        name = "";
        return text.isEmpty() ? Optional.empty() : Optional.of(new ServerSentEvent(event, text));
    }

    /// The id of the last event that had one.
    @Nullable String lastId() {
        return id;
    }

    /// An event with its data.
    record ServerSentEvent(String name, String data) {}
}
