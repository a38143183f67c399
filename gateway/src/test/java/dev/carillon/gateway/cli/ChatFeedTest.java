package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChatFeedTest {
    private static final String ALIVE = ": still here\n\n";

    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<String> lastEventIds = new LinkedBlockingQueue<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final Told told = new Told();

    @AfterEach
    void letGo() {
        testIsOver.countDown();
    }

    /// The worst case: while the connection was gone one message came, and the server tells the
    /// last one again because it looks back a little.
    @Test
    void aCutStreamLosesNothingAndDoublesNothing() throws Exception {
        try (FakeServer server =
                        chat(
                                List.of(message("1"), message("2"), message("3")),
                                List.of(ALIVE + event("2"), ALIVE + event("2") + event("4")));
                ApiClient api = new ApiClient(server.address(null));
                ChatFeed feed = feed(api, Duration.ofSeconds(45))) {
            List<ChatMessage> before = feed.connect(1);
            feed.start();

            assertThat(before).extracting(ChatMessage::id).containsExactly("1");
            assertThat(told.next(5)).containsExactly("2", "lost", "back", "3", "4");
            assertThat(lastEventIds).containsExactly("", "2");
        }
    }

    /// Before the first event there is no last one; the transcript must fill the gap.
    @Test
    void aStreamThatIsCutBeforeAnyEventLosesNothing() throws Exception {
        try (FakeServer server = chat(List.of(message("1"), message("2")), List.of(ALIVE, ALIVE));
                ApiClient api = new ApiClient(server.address(null));
                ChatFeed feed = feed(api, Duration.ofSeconds(45))) {
            feed.connect(1);
            feed.start();

            assertThat(told.next(3)).containsExactly("lost", "back", "2");
            assertThat(lastEventIds).containsExactly("", "1");
        }
    }

    /// A connection can be dead without anybody closing it.
    @Test
    void aSilentConnectionIsGivenUp() throws Exception {
        try (FakeServer server =
                        chat(
                                List.of(message("1")),
                                List.of(ALIVE + HOLD, ALIVE + event("2") + HOLD));
                ApiClient api = new ApiClient(server.address(null));
                ChatFeed feed = feed(api, Duration.ofMillis(500))) {
            feed.connect(1);
            feed.start();

            assertThat(told.next(3)).startsWith("lost", "back", "2");
        }
    }

    @Test
    void anOutcomeIsToldAsAChange() throws Exception {
        String pressed = event("1", ", \"outcome\": \"Done\"");
        try (FakeServer server =
                        chat(
                                List.of(message("1")),
                                List.of(ALIVE + pressed + pressed + event("2")));
                ApiClient api = new ApiClient(server.address(null));
                ChatFeed feed = feed(api, Duration.ofSeconds(45))) {
            feed.connect(1);
            feed.start();

            assertThat(told.next(2)).containsExactly("1 → Done", "2");
        }
    }

    private static final String HOLD = "hold";

    private ChatFeed feed(ApiClient api, Duration quiet) {
        ChatFeed.Pace pace = new ChatFeed.Pace(Duration.ofMillis(10), Duration.ofMillis(50), quiet);
        return new ChatFeed(api, "main", pace, told);
    }

    /// A chat whose transcript shows one message at first and all of them later, and whose streams
    /// end after what is given; the last one stays.
    private FakeServer chat(List<String> transcript, List<String> streams) {
        return new FakeServer()
                .on(
                        "/api/v1/chats/main/messages",
                        exchange ->
                                FakeServer.answer(
                                        exchange,
                                        200,
                                        connections.get() == 1
                                                ? "[" + transcript.getFirst() + "]"
                                                : transcript.toString()))
                .on("/api/v1/chats/main/events", exchange -> stream(exchange, streams));
    }

    private void stream(HttpExchange exchange, List<String> streams) throws IOException {
        int number = connections.incrementAndGet();
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        lastEventIds.add(last == null ? "" : last);
        String said = streams.get(Math.min(number, streams.size()) - 1);
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        body.write(said.replace(HOLD, "").getBytes(StandardCharsets.UTF_8));
        body.flush();
        if (number >= streams.size() || said.endsWith(HOLD)) {
            hold();
        }
        exchange.close();
    }

    private void hold() {
        try {
            testIsOver.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String message(String id) {
        return message(id, "");
    }

    private static String message(String id, String more) {
        return "{\"id\": \"%s\", \"role\": \"agent\", \"at\": \"2026-01-01T00:00:00Z\"%s}"
                .formatted(id, more);
    }

    private static String event(String id) {
        return event(id, "");
    }

    private static String event(String id, String more) {
        return "id: %s\nevent: message\ndata: %s\n\n".formatted(id, message(id, more));
    }

    /// Writes down what it is told.
    private static final class Told implements ChatFeed.Listener {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        List<String> next(int count) throws InterruptedException {
            List<String> next = new ArrayList<>();
            while (next.size() < count) {
                String one = told.poll(30, TimeUnit.SECONDS);
                if (one == null) {
                    throw new AssertionError("nothing more was told after " + next);
                }
                next.add(one);
            }
            return next;
        }

        @Override
        public void message(ChatMessage message) {
            told.add(message.id());
        }

        @Override
        public void changed(ChatMessage message) {
            told.add(message.id() + " → " + message.outcome());
        }

        @Override
        public void typing(String text) {
            told.add("typing " + text);
        }

        @Override
        public void lost(String reason) {
            told.add("lost");
        }

        @Override
        public void back() {
            told.add("back");
        }

        @Override
        public void ended(CommandFailure failure) {
            told.add("ended " + failure.getMessage());
        }
    }
}
