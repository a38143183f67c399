package dev.carillon.agent.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A provider of language models on a local port that speaks the streaming protocols of OpenAI
/// (`/v1/chat/completions`) and Anthropic (`/v1/messages`) to the letter, and answers what a test
/// tells it to. It is as strict as the originals, or stricter: what they would refuse is refused
/// and kept in [#complaints()].
///
/// Safe for use by many threads. Depends on no test framework.
public final class FakeProvider implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final int BACKLOG = 1000;

    static {
        // Without it each answer on a reused connection waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String key;
    private final String model;
    private final Deque<Reply> script = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Function<Request, Reply> otherwise = _ -> Reply.status(500, "the script is at its end");

    /// @param key the only key it accepts
    /// @param model the only model it knows
    public FakeProvider(String key, String model) {
        this.key = key;
        this.model = model;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> serve(exchange, new OpenAiWire()));
        server.createContext("/v1/messages", exchange -> serve(exchange, new AnthropicWire()));
        server.start();
    }

    /// The address for the config, of either protocol.
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /// Adds answers to the end of the script; each is given once.
    public synchronized FakeProvider will(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /// What it answers when the script is at its end; without this, HTTP 500.
    public synchronized FakeProvider otherwise(Function<Request, Reply> answer) {
        otherwise = answer;
        return this;
    }

    /// Every well-formed request with the right key for the right model, in the order they came.
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public synchronized Request lastRequest() {
        return requests.getLast();
    }

    /// What was wrong with requests; a test should find it empty at its end.
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Ends all streams, those that hang included. May be called twice.
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /// A request as it was received.
    ///
    /// @param body the JSON, in the words of its protocol
    public record Request(String path, JsonNode body) {
        /// The system prompt, in either protocol.
        public String system() {
            JsonNode system =
                    body.has("system") ? body.get("system") : body.at("/messages/0/content");
            return system.isTextual() ? system.asText() : system.path(0).path("text").asText();
        }

        /// The conversation after the system prompt, one line per message: `role: text`, where
        /// calls and results of tools are shown as JSON.
        public List<String> dialogue() {
            return body.get("messages")
                    .valueStream()
                    .filter(message -> !message.get("role").asText().equals("system"))
                    .map(message -> message.get("role").asText() + ": " + content(message))
                    .toList();
        }

        private static String content(JsonNode message) {
            JsonNode content = message.path("content");
            String text =
                    content.isArray()
                            ? content.valueStream()
                                    .map(Request::block)
                                    .collect(Collectors.joining("\n"))
                            : content.asText("");
            return text + (message.has("tool_calls") ? message.get("tool_calls") : "");
        }

        private static String block(JsonNode block) {
            return switch (block.path("type").asText()) {
                case "text" -> block.path("text").asText();
                case "tool_result" -> block.path("content").asText();
                default -> block.toString();
            };
        }
    }

    private void serve(HttpExchange exchange, Wire wire) throws IOException {
        // Closed without having been ended, an exchange drops its connection.
        try (exchange) {
            byte[] bytes;
            try (InputStream in = exchange.getRequestBody()) {
                bytes = in.readAllBytes();
            }
            JsonNode body = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            List<String> problems = wire.problems(exchange.getRequestHeaders(), body);
            if (!wire.key(exchange.getRequestHeaders()).equals(key)) {
                // OpenAI quotes the key it refuses; so does this one, for tests that it is not
                // repeated.
                String quoted = wire.key(exchange.getRequestHeaders());
                refuse(exchange, wire, Reply.status(401, "Incorrect API key provided: " + quoted));
            } else if (!problems.isEmpty()) {
                note(problems);
                refuse(exchange, wire, Reply.status(400, String.join("; ", problems)));
            } else if (!body.path("model").asText().equals(model)) {
                refuse(exchange, wire, Reply.status(404, "The model does not exist"));
            } else {
                answer(exchange, wire, new Request(exchange.getRequestURI().getPath(), body));
            }
        }
    }

    private void answer(HttpExchange exchange, Wire wire, Request request) throws IOException {
        switch (next(request)) {
            case Reply.Refusal refusal -> refuse(exchange, wire, refusal);
            case Reply.Words words -> stream(exchange, wire.answer(words, request.body()), true);
            case Reply.Calls calls -> stream(exchange, wire.answer(calls, request.body()), true);
            case Reply.Cut cut -> stream(exchange, begun(wire, cut, request), cut.cleanly());
            case Reply.Hang _ -> hang(exchange);
        }
    }

    private static List<String> begun(Wire wire, Reply.Cut cut, Request request) {
        List<String> whole = wire.answer(cut.words(), request.body());
        List<String> events = new ArrayList<>(whole.subList(0, wire.eventsBeforeCut(cut.words())));
        if (!cut.error().isEmpty()) {
            events.add(wire.error(cut.error()));
        }
        return events;
    }

    private synchronized Reply next(Request request) {
        requests.add(request);
        return script.isEmpty() ? otherwise.apply(request) : script.removeFirst();
    }

    private synchronized void note(List<String> problems) {
        complaints.addAll(problems);
    }

    private static void refuse(HttpExchange exchange, Wire wire, Reply.Refusal refusal)
            throws IOException {
        byte[] body = wire.refusal(refusal).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        refusal.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(refusal.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void stream(HttpExchange exchange, List<String> events, boolean toItsEnd)
            throws IOException {
        OutputStream out = open(exchange);
        for (String event : events) {
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        if (toItsEnd) {
            out.close();
        }
    }

    private void hang(HttpExchange exchange) throws IOException {
        open(exchange).flush();
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutputStream open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("content-type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /// What the provider answers.
    public sealed interface Reply {
        /// Words, in as many pieces as there are arguments.
        static Words say(String... pieces) {
            return new Words(List.of(pieces), "stop");
        }

        static Calls call(String tool, String argumentsJson) {
            return calls("", new Call(tool, argumentsJson));
        }

        /// @param text what the model says beside its calls; may be empty
        static Calls calls(String text, Call... calls) {
            return new Calls(text, List.of(calls));
        }

        static Refusal status(int status, String message) {
            return new Refusal(status, Map.of(), "", message);
        }

        /// The connection breaks after these pieces.
        static Cut cutAfter(String... pieces) {
            return new Cut(say(pieces), false, "");
        }

        /// The response ends in good order, but the answer does not.
        static Cut endAfter(String... pieces) {
            return new Cut(say(pieces), true, "");
        }

        /// The provider reports an error in the middle of its answer.
        static Cut errorAfter(String type, String... pieces) {
            return new Cut(say(pieces), true, type);
        }

        /// Sends headers and then nothing, until the provider is closed.
        static Hang hang() {
            return new Hang();
        }

        /// @param finish OpenAI's reason to finish: `stop`, `length`, `content_filter`
        record Words(List<String> pieces, String finish) implements Reply {
            public Words {
                pieces = List.copyOf(pieces);
            }

            public Words endedBy(String reason) {
                return new Words(pieces, reason);
            }
        }

        record Calls(String text, List<Call> calls) implements Reply {
            public Calls {
                calls = List.copyOf(calls);
            }
        }

        /// @param code the provider's word for what is wrong, empty for its usual one
        record Refusal(int status, Map<String, String> headers, String code, String message)
                implements Reply {
            public Refusal with(String header, String value) {
                return new Refusal(status, Map.of(header, value), code, message);
            }

            public Refusal coded(String value) {
                return new Refusal(status, headers, value, message);
            }
        }

        /// @param cleanly whether the response ends as HTTP wants it
        /// @param error the type of error reported in the stream, or empty
        record Cut(Words words, boolean cleanly, String error) implements Reply {}

        record Hang() implements Reply {}
    }

    /// A call of a tool; the arguments may be malformed on purpose.
    public record Call(String tool, String argumentsJson) {}
}
