package dev.carillon.gateway.api;

import dev.carillon.gateway.chat.web.WebEvent;
import dev.carillon.gateway.chat.web.WebEvents;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// Streams of server-sent events: a virtual thread for each one who looks. A comment is sent when
/// nothing happens, so that a connection that is gone is noticed on both sides.
@Singleton
public final class EventStreams {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /// Another replica's messages are seen by looking; there is no signal for them.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 15;

    /// @param subscribe begins to look
    /// @param translate makes the events of what is new
    public Publisher<Event<?>> of(
            Supplier<WebEvents.Subscription> subscribe,
            Function<WebEvent, List<Event<?>>> translate) {
        return until(subscribe, translate, _ -> false);
    }

    /// The same, with an end.
    ///
    /// @param isLast whether the stream ends after what is new
    Publisher<Event<?>> until(
            Supplier<WebEvents.Subscription> subscribe,
            Function<WebEvent, List<Event<?>>> translate,
            Predicate<WebEvent> isLast) {
        return Flux.create(sink -> {
            // Ends by itself at its next look. To interrupt it would close the database
            // connection it may just be using.
            Thread.ofVirtual()
                    .name("event-stream")
                    .start(() -> stream(sink, subscribe, translate, isLast));
        });
    }

    private static void stream(
            FluxSink<Event<?>> sink,
            Supplier<WebEvents.Subscription> subscribe,
            Function<WebEvent, List<Event<?>>> translate,
            Predicate<WebEvent> isLast) {
        try (WebEvents.Subscription subscription = subscribe.get()) {
            int quiet = 0;
            sink.next(signOfLife());
            boolean isOver = false;
            while (!isOver && !sink.isCancelled()) {
                List<WebEvent> news = subscription.next(LOOK);
                quiet = news.isEmpty() ? quiet + 1 : 0;
                news.stream().flatMap(each -> translate.apply(each).stream()).forEach(sink::next);
                isOver = news.stream().anyMatch(isLast);
                if (quiet >= LOOKS_BETWEEN_SIGNS_OF_LIFE) {
                    sink.next(signOfLife());
                    quiet = 0;
                }
            }
            sink.complete();
        } catch (InterruptedException e) {
            sink.complete();
        } catch (RuntimeException e) {
            if (!sink.isCancelled()) {
                LOG.warn("an event stream ended; the browser opens a new one", e);
            }
            sink.complete();
        }
    }

    private static Event<?> signOfLife() {
        return Event.of("").comment("still here");
    }
}
