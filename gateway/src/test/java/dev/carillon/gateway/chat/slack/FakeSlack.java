package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Slack workspace with one app, as strict as the real one in what it refuses: the Web API,
/// Socket Mode, and files.
final class FakeSlack implements AutoCloseable {
    static final String BOT_TOKEN = "xoxb-a-bot-token";
    static final String APP_TOKEN = "xapp-an-app-token";
    static final String BOT_USER = "UBOT";
    static final String BOT = "BBOT";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeSockets sockets = new FakeSockets();
    private final FakeChannels channels = new FakeChannels();
    private final Map<String, Deque<Reply>> scripts = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<JsonNode> whispers = new ArrayList<>();
    private volatile boolean away;
    private volatile String scopes = String.join(",", Me.NEEDED);

    FakeSlack() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
        hasUser("UANNA", "Anna", "Europe/Lisbon");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    FakeSockets sockets() {
        return sockets;
    }

    synchronized FakeSlack knows(String... known) {
        List.of(known).forEach(channels::add);
        return this;
    }

    synchronized void archives(String channel) {
        channels.archive(channel);
    }

    synchronized void hasForeign(String channel) {
        channels.addForeign(channel);
    }

    void hasUser(String id, String name, String zone) {
        users.put(
                id,
                ("{\"id\":\"%s\",\"name\":\"%s\",\"tz\":\"%s\",\"is_bot\":false,"
                                + "\"profile\":{\"display_name\":\"%s\",\"real_name\":\"%s R.\"}}")
                        .formatted(id, name.toLowerCase(Locale.ROOT), zone, name, name));
    }

    void hasFile(String id, byte[] content) {
        files.put(id, content);
    }

    void grants(String granted) {
        scopes = granted;
    }

    /// The messages of Slack are of now.
    synchronized void tick(long epochSecond) {
        channels.tick(epochSecond);
    }

    /// Somebody writes, which the channel shows; the event is told apart.
    synchronized String said(String channel, ObjectNode message) {
        String ts = channels.nextTs();
        channels.put(channel, ts, message);
        return ts;
    }

    /// The next calls of a method are answered like this, one by one; then as usual again.
    synchronized void answers(String method, Reply... replies) {
        scripts.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(List.of(replies));
    }

    /// Calls of a method are answered like this for as long as something runs.
    void answersWhile(String method, Reply reply, Runnable during) {
        answers(method, Collections.nCopies(50, reply).toArray(Reply[]::new));
        during.run();
        synchronized (this) {
            scripts.remove(method);
        }
    }

    /// Nothing gets through any more, and connections are cut; or again.
    void isAway(boolean isAway) {
        away = isAway;
        if (isAway) {
            sockets.cut();
        }
    }

    synchronized int unused(String method) {
        return scripts.getOrDefault(method, new ArrayDeque<>()).size();
    }

    synchronized List<Shown> shown(String channel) {
        return channels.messages(channel).stream()
                .filter(message -> message.path("bot_id").asText().equals(BOT))
                .map(message -> new Shown(channel, message.deepCopy()))
                .toList();
    }

    synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    synchronized List<JsonNode> whispers() {
        return List.copyOf(whispers);
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An argument that is JSON, as it is in JSON and as text in a form.
    static JsonNode json(JsonNode argument) {
        if (argument.isMissingNode() || (argument.isTextual() && argument.asText().isEmpty())) {
            return MissingNode.getInstance();
        }
        try {
            return argument.isTextual() ? MAPPER.readTree(argument.asText()) : argument;
        } catch (IOException e) {
            throw new Refusal("invalid_json");
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply;
        if (away) {
            reply = new Reply(0, "", "", null, false);
        } else if (path.startsWith("/api/")) {
            reply = answer(exchange, path.substring(5), body);
        } else if (path.startsWith("/files/")) {
            reply = file(exchange, path.substring(7));
        } else if (path.startsWith("/respond/")) {
            reply = whisper(body);
        } else {
            reply = new Reply(404, "text/plain", "not found", null, false);
        }
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", reply.type());
        exchange.getResponseHeaders().add("X-OAuth-Scopes", scopes);
        if (reply.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Reply whisper(String body) {
        whispers.add(object(body));
        return new Reply(200, "text/plain", "ok", null, false);
    }

    /// Without the token Slack shows its page for signing in.
    private Reply file(HttpExchange exchange, String id) {
        byte[] content = files.get(id);
        return content != null && BOT_TOKEN.equals(bearer(exchange))
                ? new Reply(
                        200, "text/plain", new String(content, StandardCharsets.UTF_8), null, false)
                : new Reply(200, "text/html; charset=utf-8", "<html>Sign in</html>", null, false);
    }

    private synchronized Reply answer(HttpExchange exchange, String method, String body) {
        ObjectNode arguments = arguments(exchange, body);
        String token = bearer(exchange);
        calls.add(new Call(method, arguments));
        Deque<Reply> script = scripts.get(method);
        if (script != null && !script.isEmpty()) {
            Reply reply = script.poll();
            if (reply.happensAnyway()) {
                usual(method, arguments);
            }
            return reply;
        }
        String expected = method.equals("apps.connections.open") ? APP_TOKEN : BOT_TOKEN;
        String given = token == null ? arguments.path("token").asText() : token;
        if (given.isEmpty()) {
            return Reply.problem("not_authed");
        }
        if (!given.equals(expected)) {
            return Reply.problem(
                    given.equals(APP_TOKEN) || given.equals(BOT_TOKEN)
                            ? "not_allowed_token_type"
                            : "invalid_auth");
        }
        return usual(method, arguments);
    }

    private Reply usual(String method, ObjectNode arguments) {
        try {
            return Reply.ok(
                    switch (method) {
                        case "auth.test" -> me();
                        case "apps.connections.open" ->
                                object("{\"ok\":true}").put("url", sockets.issue());
                        case "chat.postMessage" -> channels.post(arguments);
                        case "chat.update" -> channels.update(arguments);
                        case "chat.delete" -> channels.delete(arguments);
                        case "conversations.info" -> channels.info(arguments);
                        case "conversations.history" -> channels.history(arguments);
                        case "conversations.replies" -> channels.replies(arguments);
                        case "users.info" -> user(arguments.path("user").asText());
                        case "files.info" -> fileInfo(arguments.path("file").asText());
                        case "assistant.threads.setStatus" -> object("{\"ok\":true}");
                        default -> throw new Refusal("unknown_method");
                    });
        } catch (Refusal e) {
            return Reply.problem(e.error);
        }
    }

    private static ObjectNode me() {
        return object(
                        "{\"ok\":true,\"url\":\"https://acme.slack.com/\",\"team\":\"Acme\","
                                + "\"user\":\"carillon\",\"team_id\":\"T1\"}")
                .put("user_id", BOT_USER)
                .put("bot_id", BOT);
    }

    private ObjectNode user(String id) {
        String user = users.get(id);
        if (user == null) {
            throw new Refusal("user_not_found");
        }
        return object("{\"ok\":true,\"user\":" + user + "}");
    }

    private ObjectNode fileInfo(String id) {
        byte[] content = files.get(id);
        if (content == null) {
            throw new Refusal("file_not_found");
        }
        ObjectNode answer = object("{\"ok\":true}");
        answer.putObject("file")
                .put("id", id)
                .put("name", "notes.txt")
                .put("mimetype", "text/plain")
                .put("size", content.length)
                .put("url_private_download", address() + "/files/" + id);
        return answer;
    }

    private static String bearer(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null ? null : header.replaceFirst("^Bearer ", "");
    }

    private static ObjectNode arguments(HttpExchange exchange, String body) {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (type.startsWith("application/json")) {
            return body.isBlank() ? MAPPER.createObjectNode() : object(body);
        }
        ObjectNode arguments = MAPPER.createObjectNode();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                arguments.put(decode(parts[0]), decode(parts[1]));
            }
        }
        return arguments;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        try {
            sockets.stop(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A call of a method.
    record Call(String method, ObjectNode arguments) {}

    /// A message of the bot as people see it now.
    record Shown(String channel, ObjectNode message) {
        String ts() {
            return message.path("ts").asText();
        }

        String thread() {
            return message.path("thread_ts").asText();
        }

        List<String> texts() {
            return message.has("blocks")
                    ? FakeBlocks.texts(message.path("blocks"))
                    : List.of(message.path("text").asText());
        }

        String text() {
            return String.join("\n", texts());
        }

        List<String> buttons() {
            return FakeBlocks.buttons(message.path("blocks"));
        }

        /// What the button with this label carries.
        String value(String label) {
            return buttons().stream()
                    .filter(button -> button.startsWith(label + "="))
                    .map(button -> button.substring(label.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + label + ": " + this));
        }
    }

    /// What comes back; status 0: the connection is cut.
    record Reply(int status, String type, String body, String retryAfter, boolean happensAnyway) {
        static Reply ok(ObjectNode body) {
            return new Reply(200, "application/json; charset=utf-8", body.toString(), null, false);
        }

        static Reply problem(String error) {
            return ok(object("{\"ok\":false}").put("error", error));
        }

        static Reply tooMany(int seconds) {
            return new Reply(
                    429,
                    "application/json",
                    "{\"ok\":false,\"error\":\"ratelimited\"}",
                    String.valueOf(seconds),
                    false);
        }

        static Reply serverError() {
            return new Reply(503, "text/html", "<html>upstream</html>", null, false);
        }

        /// The request is carried out, but its answer is lost.
        static Reply cutAfterwards() {
            return new Reply(0, "", "", null, true);
        }
    }

    /// What Slack says no with.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String error;

        Refusal(String error) {
            super(error);
            this.error = error;
        }
    }
}
