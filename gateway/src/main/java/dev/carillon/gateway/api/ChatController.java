package dev.carillon.gateway.api;

import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.web.WebChat;
import dev.carillon.gateway.chat.web.WebEvents;
import dev.carillon.gateway.chat.web.WebMessage;
import dev.carillon.gateway.chat.web.WebMessages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// The chats of the web gateway for programs.
@Controller("/api/v1/chats/{chat}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatController {
    private static final String ANONYMOUS = "guest";
    private static final int MOST_MESSAGES = 500;

    private final ChatDoor door;
    private final WebMessages messages;
    private final EventStreams streams;
    private final WebEvents events;

    ChatController(ChatDoor door, WebMessages messages, EventStreams streams, WebEvents events) {
        this.door = door;
        this.messages = messages;
        this.streams = streams;
        this.events = events;
    }

    @Post("/messages")
    HttpResponse<Accepted> say(@PathVariable String chat, @Body @Nullable String json) {
        ChatNames.check(chat);
        MessageBody body = Bodies.read(json, MessageBody.class);
        if (body.text() == null) {
            throw Problems.missing("text", "what is said");
        }
        WebChat.Words words =
                new WebChat.Words(
                        person(body.user()),
                        body.text(),
                        body.agent(),
                        Moments.zone(body.timezone()),
                        body.clientId());
        return accepted(door.say(chat, words));
    }

    private static Person person(@Nullable String user) {
        return user == null ? new Person(ANONYMOUS, ANONYMOUS) : new Person(user, user);
    }

    private static HttpResponse<Accepted> accepted(String messageId) {
        return HttpResponse.status(HttpStatus.ACCEPTED).body(new Accepted(messageId));
    }

    @Get("/messages")
    List<MessageView> messages(
            @PathVariable String chat,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String before) {
        ChatNames.check(chat);
        int most = Parameters.wholeNumber("limit", limit, MOST_MESSAGES, 1, MOST_MESSAGES);
        return find(chat, before, most).stream().map(MessageView::of).toList();
    }

    private List<WebMessage> find(String chat, @Nullable String before, int most) {
        if (before == null) {
            return messages.latest(chat, most);
        }
        if (messages.find(chat, before).isEmpty()) {
            throw Problems.invalid("before", before, "the id of a message of this chat");
        }
        return messages.before(chat, before, most);
    }

    /// What is new in the chat, from now on or, after a lost connection, from the last event. If
    /// that is not known any more, from now on: a browser would not stop to ask.
    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<?>> events(
            @PathVariable String chat, @Header("Last-Event-ID") @Nullable String lastEventId) {
        ChatNames.check(chat);
        WebMessage last =
                lastEventId == null ? null : messages.find(chat, lastEventId).orElse(null);
        return streams.of(
                () -> last == null ? events.subscribe(chat, null) : events.resume(chat, last),
                ApiEvents::of);
    }

    @Post("/presses")
    HttpResponse<Accepted> press(@PathVariable String chat, @Body @Nullable String json) {
        ChatNames.check(chat);
        PressBody body = Bodies.read(json, PressBody.class);
        if (body.messageId() == null) {
            throw Problems.missing("message_id", "the id of the message that has the button");
        }
        ButtonAction action = action(body.code());
        if (messages.find(chat, body.messageId()).isEmpty()) {
            throw Problems.notFound("message in this chat", body.messageId());
        }
        return accepted(door.press(chat, person(body.user()), body.messageId(), action));
    }

    private static ButtonAction action(@Nullable String code) {
        String wanted = "the 'code' of one of the message's buttons";
        if (code == null) {
            throw Problems.missing("code", wanted);
        }
        return ButtonAction.parse(code).orElseThrow(() -> Problems.invalid("code", code, wanted));
    }

    /// What somebody says.
    record MessageBody(
            @Nullable String text,
            @Nullable String user,
            @Nullable String agent,
            @Nullable String timezone,
            @Nullable String clientId) {}

    /// A button that was pressed.
    record PressBody(@Nullable String messageId, @Nullable String code, @Nullable String user) {}

    /// It is safe on disk.
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Accepted(String messageId) {}
}
