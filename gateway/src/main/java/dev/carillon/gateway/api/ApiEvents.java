package dev.carillon.gateway.api;

import dev.carillon.gateway.chat.web.WebEvent;
import dev.carillon.gateway.chat.web.WebMessage;
import io.micronaut.http.sse.Event;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.ArrayList;
import java.util.List;

/// The events of a chat for programs: `message`, `typing`, and, for what a message is about, `run`
/// and `schedule`.
final class ApiEvents {
    private ApiEvents() {}

    static List<Event<?>> of(WebEvent event) {
        return switch (event) {
            case WebEvent.Message(WebMessage message) -> message(message);
            case WebEvent.Typing _ -> List.of(Event.of(new Typing("")).name("typing"));
            case WebEvent.Partial partial ->
                    List.of(Event.of(new Typing(partial.text())).name("typing"));
        };
    }

    private static List<Event<?>> message(WebMessage message) {
        MessageView view = MessageView.of(message);
        List<Event<?>> events = new ArrayList<>();
        events.add(Event.of(view).name("message").id(message.id()));
        view.cards().forEach(card -> events.add(Event.of(card).name("schedule")));
        if (view.runId() != null && view.scheduleId() != null) {
            events.add(Event.of(new Ran(view.runId(), view.scheduleId())).name("run"));
        }
        return events;
    }

    /// The agent is at work; the text is the answer as far as it has come.
    @Serdeable
    record Typing(String text) {}

    /// A run came to the chat.
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Ran(String runId, String scheduleId) {}
}
