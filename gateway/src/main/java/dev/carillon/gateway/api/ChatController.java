package dev.carillon.gateway.api;

import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.web.WebChat;
import dev.carillon.gateway.chat.web.WebEvents;
import dev.carillon.gateway.chat.web.WebMessage;
import dev.carillon.gateway.chat.web.WebMessages;
import dev.carillon.scheduler.time.TimeText;
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
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// The chats of the web gateway for programs.
@Controller("/api/v1/chats/{chat}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatController {
    private static final String ANONYMOUS = "guest";
    private static final int MOST_TEXT = 32_000;
    private static final int MOST_MESSAGES = 500;

    private final WebChat chats;
    private final WebMessages messages;
    private final EventStreams streams;
    private final WebEvents events;

    ChatController(WebChat chats, WebMessages messages, EventStreams streams, WebEvents events) {
        this.chats = chats;
        this.messages = messages;
        this.streams = streams;
        this.events = events;
    }

    @Post("/messages")
    HttpResponse<Accepted> say(@PathVariable String chat, @Body @Nullable String json) {
        ChatNames.check(chat);
        MessageBody body = Bodies.read(json, MessageBody.class);
        String text = required(body.text());
        String user = body.user() == null || body.user().isBlank() ? ANONYMOUS : body.user();
        WebChat.Words words =
                new WebChat.Words(
                        new Person(user, user), text, body.agent(), zone(body), body.clientId());
        WebChat.Receipt receipt = chats.say(chat, words);
        return accepted(receipt, body.agent());
    }

    private static String required(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problems.badRequest("'text' is missing or empty");
        }
        if (text.length() > MOST_TEXT) {
            throw Problems.badRequest(
                    "'text' has " + text.length() + " characters; at most " + MOST_TEXT);
        }
        return text;
    }

    private static @Nullable ZoneId zone(MessageBody body) {
        if (body.timezone() == null || body.timezone().isBlank()) {
            return null;
        }
        try {
            return TimeText.zone(body.timezone());
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("'timezone': " + e.getMessage());
        }
    }

    private static HttpResponse<Accepted> accepted(
            WebChat.Receipt receipt, @Nullable String agent) {
        return switch (receipt.admission()) {
            case ACCEPTED ->
                    HttpResponse.status(HttpStatus.ACCEPTED)
                            .body(new Accepted(receipt.messageId()));
            case NOT_ALLOWED ->
                    throw Problems.of(
                            HttpStatus.FORBIDDEN,
                            "this user may not talk here; see 'access' of the gateway in the"
                                    + " config");
            case UNKNOWN_AGENT -> throw Problems.badRequest("there is no agent '" + agent + "'");
        };
    }

    @Get("/messages")
    List<MessageView> messages(
            @PathVariable String chat,
            @QueryValue @Nullable Integer limit,
            @QueryValue @Nullable String before) {
        ChatNames.check(chat);
        int most = limit == null ? MOST_MESSAGES : Math.clamp(limit, 1, MOST_MESSAGES);
        List<WebMessage> found =
                before == null ? messages.latest(chat, most) : messages.before(chat, before, most);
        return found.stream().map(MessageView::of).toList();
    }

    /// What is new in the chat, from now on or, after a lost connection, from the last event.
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
        String user = body.user() == null || body.user().isBlank() ? ANONYMOUS : body.user();
        ButtonAction action =
                ButtonAction.parse(body.code() == null ? "" : body.code())
                        .orElseThrow(() ->
                                Problems.badRequest(
                                        "'" + body.code() + "' is not a button's code"));
        String messageId = body.messageId() == null ? "" : body.messageId();
        if (messages.find(chat, messageId).isEmpty()) {
            throw Problems.notFound("there is no message '" + messageId + "' in this chat");
        }
        return accepted(chats.press(chat, new Person(user, user), messageId, action), null);
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
