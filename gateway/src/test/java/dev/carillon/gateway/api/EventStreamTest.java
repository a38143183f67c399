package dev.carillon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Those who look at a chat are told what is new in it, each thing once, also after a lost
/// connection.
class EventStreamTest {
    @TempDir Path directory;

    private Carillon carillon;
    private HttpApi api;

    @BeforeEach
    void open() {
        carillon = Carillon.start(TestConfigs.read(directory, TestConfigs.on(TestDatabase.SQLITE)));
        api = new HttpApi(carillon.port());
    }

    @AfterEach
    void close() {
        api.close();
        carillon.close();
    }

    @Test
    void whatIsSaidAndAnsweredArrivesAsEvents() {
        try (Listener listener = listen(null)) {
            say("/help");

            Eventually.until(() -> listener.messages().size() == 2);
            assertThat(listener.messages().getFirst().data())
                    .contains("\"text\":\"/help\"")
                    .contains("\"role\":\"user\"");
            assertThat(listener.messages().getLast().data()).contains("\"role\":\"agent\"");
        }
    }

    @Test
    void whatWasSaidBeforeIsNotAnEvent() {
        say("/help");
        Eventually.until(() -> transcript() == 2);

        try (Listener listener = listen(null)) {
            say("/status");

            Eventually.until(() -> listener.messages().size() == 2);
            assertThat(listener.messages().getFirst().data()).contains("/status");
        }
    }

    @Test
    void afterALostConnectionWhatWasMissedComesOnceAndNothingTwice() {
        String last;
        try (Listener listener = listen(null)) {
            say("/help");
            Eventually.until(() -> listener.messages().size() == 2);
            last = listener.messages().getLast().id();
        }
        for (int i = 0; i < 5; i++) {
            say("/status " + i);
        }
        Eventually.until(() -> transcript() == 12);

        try (Listener listener = listen(last)) {
            Eventually.until(() -> listener.messages().size() >= 10);
            say("/schedules");
            Eventually.until(() -> listener.messages().size() >= 12);

            assertThat(listener.messages())
                    .hasSize(12)
                    .extracting(Event::id)
                    .doesNotHaveDuplicates()
                    .doesNotContain(last);
        }
    }

    /// Programs listen to `message`; a sign of life must not look like one.
    @Test
    void everyMessageEventHasAMessage() {
        try (Listener listener = listen(null)) {
            say("/help");
            Eventually.until(() -> listener.messages().size() >= 2);

            assertThat(listener.events)
                    .filteredOn(event -> event.name().isEmpty() || event.name().equals("message"))
                    .allSatisfy(event -> assertThat(event.data()).startsWith("{"));
        }
    }

    @Test
    void whoIsToldOfAnUnknownLastEventHearsWhatIsNew() {
        try (Listener listener = listen("nonsense")) {
            say("/help");

            Eventually.until(() -> listener.messages().size() == 2);
        }
    }

    private void say(String text) {
        assertThat(api.post("api/v1/chats/hall/messages", "{\"text\": \"" + text + "\"}").status())
                .isEqualTo(202);
    }

    private int transcript() {
        return api.get("api/v1/chats/hall/messages").json().size();
    }

    private Listener listen(String lastEventId) {
        HttpRequest.Builder request = api.request("api/v1/chats/hall/events").GET();
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        Listener listener = new Listener();
        listener.open(api.client().sendAsync(request.build(), BodyHandlers.ofLines()));
        Eventually.until(() -> !listener.lines.isEmpty());
        return listener;
    }

    private record Event(String id, String name, String data) {}

    /// Somebody who looks at the chat.
    private static final class Listener implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<Event> events = new CopyOnWriteArrayList<>();
        private volatile Stream<String> stream = Stream.empty();
        private volatile CompletableFuture<Void> opened = CompletableFuture.completedFuture(null);

        private void open(CompletableFuture<HttpResponse<Stream<String>>> response) {
            opened =
                    response.thenAccept(answer -> {
                        stream = answer.body();
                        Thread.ofVirtual().start(this::read);
                    });
        }

        private void read() {
            List<String> event = new ArrayList<>();
            try {
                stream.forEach(line -> {
                    lines.add(line);
                    if (line.isEmpty()) {
                        add(event);
                        event.clear();
                    } else {
                        event.add(line);
                    }
                });
            } catch (RuntimeException _) {
                // Closed by the test.
            }
        }

        private void add(List<String> event) {
            if (event.stream().anyMatch(line -> line.startsWith("data:"))) {
                events.add(
                        new Event(field(event, "id"), field(event, "event"), field(event, "data")));
            }
        }

        private static String field(List<String> event, String name) {
            return event.stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        List<Event> messages() {
            return events.stream().filter(event -> event.name().equals("message")).toList();
        }

        @Override
        public void close() {
            opened.cancel(true);
            stream.close();
        }
    }
}
