package dev.carillon.gateway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.carillon.gateway.cli.ServerSentEvents.ServerSentEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells what is new in a chat, every message once, through lost connections. After each connection
/// the transcript is looked at too: the stream alone tells nothing of what came while there was
/// none and no event had been seen.
final class ChatFeed implements AutoCloseable {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String MOST_AT_ONCE = "500";

    private final ApiClient api;
    private final String path;
    private final Pace pace;
    private final Listener listener;
    private final SeenMessages seen = new SeenMessages();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("chat-feed").unstarted(this::run);
    private ServerSentEvents events = new ServerSentEvents();
    private @Nullable String lastId;
    private @Nullable LineStream first;

    ChatFeed(ApiClient api, String chat, Pace pace, Listener listener) {
        this.api = api;
        this.path = "/api/v1/chats/" + ApiClient.segment(chat);
        this.pace = pace;
        this.listener = listener;
    }

    /// Connects. What comes from now on is told after [#start()].
    ///
    /// @return the latest messages, oldest first
    /// @throws CommandFailure when the server cannot be reached or refuses
    List<ChatMessage> connect(int history) throws InterruptedException {
        LineStream stream = api.stream(path + "/events", null);
        first = stream;
        try {
            awaitSignOfLife(stream);
        } catch (IOException e) {
            throw new Unreachable("the connection was lost: " + e.getMessage());
        }
        List<ChatMessage> latest = messages(String.valueOf(Math.max(1, history)));
        latest.forEach(seen::begin);
        return latest.subList(Math.max(0, latest.size() - history), latest.size());
    }

    void start() {
        thread.start();
    }

    /// The server says something as soon as it looks for us; from then on it misses nothing.
    private void awaitSignOfLife(LineStream stream) throws IOException, InterruptedException {
        events = new ServerSentEvents();
        take(stream.next(pace.quiet()));
    }

    private List<ChatMessage> messages(String most) {
        List<ChatMessage> messages = new ArrayList<>();
        api.get(path + "/messages", Map.of("limit", most))
                .forEach(json -> messages.add(ChatMessage.of(json)));
        return messages;
    }

    private void run() {
        try {
            follow(first);
            Duration delay = pace.firstDelay();
            while (!closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
                delay = reconnect() ? pace.firstDelay() : pace.after(delay);
            }
        } catch (CommandFailure e) {
            listener.ended(e);
        } catch (InterruptedException _) {
            // Closed.
        } catch (RuntimeException e) {
            listener.ended(new CommandFailure("the chat cannot be followed: " + e));
        }
    }

    private void follow(@Nullable LineStream stream) throws InterruptedException {
        try (stream) {
            while (stream != null) {
                take(stream.next(pace.quiet()));
            }
        } catch (IOException e) {
            listener.lost(String.valueOf(e.getMessage()));
        }
    }

    /// @return whether there was a connection
    private boolean reconnect() throws InterruptedException {
        LineStream stream;
        try {
            stream = api.stream(path + "/events", lastId != null ? lastId : seen.latest());
        } catch (Unreachable _) {
            return false;
        }
        try {
            awaitSignOfLife(stream);
            List<ChatMessage> missed = messages(MOST_AT_ONCE);
            listener.back();
            missed.forEach(this::tell);
        } catch (IOException | Unreachable _) {
            stream.close();
            return false;
        }
        follow(stream);
        return true;
    }

    private void take(String line) {
        events.accept(line).ifPresent(this::take);
        lastId = events.lastId() == null ? lastId : events.lastId();
    }

    private void take(ServerSentEvent event) {
        switch (event.name()) {
            case "message" -> tell(ChatMessage.of(json(event)));
            case "typing" -> listener.typing(json(event).path("text").asText(""));
            default -> {
                // What a message is about is in the message too.
            }
        }
    }

    private void tell(ChatMessage message) {
        switch (seen.judge(message)) {
            case NEW -> listener.message(message);
            case CHANGED -> listener.changed(message);
            case KNOWN -> {
                // Told before.
            }
        }
    }

    private static JsonNode json(ServerSentEvent event) {
        try {
            return MAPPER.readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new CommandFailure("the server tells what is no JSON: " + e.getOriginalMessage());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        if (first != null) {
            first.close();
        }
    }

    /// One who is told. Calls come one after another, from a thread of the feed.
    interface Listener {
        void message(ChatMessage message);

        /// A message that was told before has changed.
        void changed(ChatMessage message);

        /// The agent is at work; the text is the answer as far as it has come.
        void typing(String text);

        void lost(String reason);

        void back();

        /// Nothing more will be told.
        void ended(CommandFailure failure);
    }

    /// How patient a feed is.
    ///
    /// @param quiet how long a living connection may be silent; the server says something every 15
    ///   s
    record Pace(Duration firstDelay, Duration mostDelay, Duration quiet) {
        static final Pace USUAL =
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(45));

        private Duration after(Duration delay) {
            Duration doubled = delay.multipliedBy(2);
            return doubled.compareTo(mostDelay) > 0 ? mostDelay : doubled;
        }
    }
}
