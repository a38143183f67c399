package dev.carillon.gateway.web;

import dev.carillon.gateway.chat.web.WebEvent;
import dev.carillon.gateway.chat.web.WebMessage;
import io.micronaut.http.sse.Event;
import java.util.List;

/// The events of a chat for its page: pieces of HTML. The id of an event is the time of the change
/// that it tells, not the id of the message, which may be older than what was told before it.
final class PageEvents {
    private PageEvents() {}

    static List<Event<?>> of(WebEvent event) {
        return switch (event) {
            case WebEvent.Message(WebMessage message) ->
                    List.of(
                            Event.of(MessageHtml.of(message).source())
                                    .name("message")
                                    .id(String.valueOf(message.changedAt().toEpochMilli())));
            case WebEvent.Typing _ -> List.of(Event.of("working").name("typing"));
            case WebEvent.Partial partial ->
                    List.of(Event.of(Markdown.html(partial.text()).source()).name("partial"));
        };
    }
}
