package dev.carillon.gateway.web;

import dev.carillon.gateway.api.ChatNames;
import dev.carillon.gateway.api.EventStreams;
import dev.carillon.gateway.chat.web.WebEvents;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// The chat page and what it asks for. Nothing here changes anything: what people say and press
/// goes to the API.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatPageController {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String MAIN = "main";

    /// Commits become visible out of the order of their times; the page knows what it has.
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final ChatPage page;
    private final Assets assets;
    private final EventStreams streams;
    private final WebEvents events;

    ChatPageController(ChatPage page, Assets assets, EventStreams streams, WebEvents events) {
        this.page = page;
        this.assets = assets;
        this.streams = streams;
        this.events = events;
    }

    @Get(produces = HTML)
    HttpResponse<String> main() {
        return html(page.of(MAIN));
    }

    @Get(value = "/chat/{chat}", produces = HTML)
    HttpResponse<String> chat(@PathVariable String chat) {
        ChatNames.check(chat);
        return html(page.of(chat));
    }

    /// The messages before one that the page has.
    @Get(value = "/chat/{chat}/older", produces = HTML)
    HttpResponse<String> older(@PathVariable String chat, @QueryValue String before) {
        ChatNames.check(chat);
        return html(page.messages(chat, before));
    }

    @Get(value = "/chat/{chat}/schedules", produces = HTML)
    HttpResponse<String> schedules(@PathVariable String chat) {
        ChatNames.check(chat);
        return html(page.schedules(chat));
    }

    /// What is new since the page was made or, after a lost connection, since the last event.
    ///
    /// @param since in milliseconds since 1970
    @Get(value = "/chat/{chat}/stream", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<?>> stream(
            @PathVariable String chat,
            @QueryValue long since,
            @Header("Last-Event-ID") @Nullable Long lastEventId) {
        ChatNames.check(chat);
        long last = lastEventId == null ? since : lastEventId;
        Instant from = Instant.ofEpochMilli(Math.max(0, last)).minus(OVERLAP);
        return streams.of(() -> events.subscribe(chat, from), PageEvents::of);
    }

    @Get("/assets/{version}/{name}")
    HttpResponse<byte[]> asset(@PathVariable String version, @PathVariable String name) {
        String caching =
                version.equals(assets.version())
                        ? "public, max-age=31536000, immutable"
                        : "no-cache";
        return assets.find(name)
                .map(bytes ->
                        PageHeaders.on(HttpResponse.ok(bytes))
                                .contentType(MediaType.of(Assets.mediaType(name)))
                                .header(HttpHeaders.CACHE_CONTROL, caching))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "no such file"));
    }

    private static HttpResponse<String> html(Html html) {
        return PageHeaders.on(HttpResponse.ok(html.source()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
