package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Discord with one bot on one server, over REST and WebSocket, as strict as the real one in what
/// it refuses and with its words.
final class FakeDiscord implements AutoCloseable {
    static final String TOKEN = "MTAw.a.token";
    static final String BOT = "100";
    static final String APPLICATION = "101";
    static final String GUILD = "500";
    static final String BOT_ROLE = "501";

    /// Says that Discord itself has answered.
    static final String VIA = "via";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Deque<Reply>> scripts = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    private final Map<String, Shown> messages = new LinkedHashMap<>();
    private final Map<String, String> nonces = new HashMap<>();
    private final Map<String, Interaction> interactions = new HashMap<>();
    private final FakeGateway gateway;
    private long lastId = (System.currentTimeMillis() - 1_420_070_400_000L) << 22;

    FakeDiscord() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
        gateway = new FakeGateway(this);
        gateway.open();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    FakeGateway gateway() {
        return gateway;
    }

    /// A text channel of the server.
    FakeDiscord hasChannel(String id) {
        return has(new FakeChannel(id, 0, null, GUILD));
    }

    /// A public thread of a channel.
    FakeDiscord hasThread(String id, String parent) {
        return has(new FakeChannel(id, 11, parent, GUILD));
    }

    /// A talk with one person.
    FakeDiscord hasDirect(String id) {
        return has(new FakeChannel(id, 1, null, null));
    }

    private synchronized FakeDiscord has(FakeChannel channel) {
        channels.put(channel.id(), channel);
        return this;
    }

    synchronized List<FakeChannel> channels() {
        return List.copyOf(channels.values());
    }

    synchronized FakeChannel channel(String id) {
        FakeChannel channel = channels.get(id);
        if (channel == null) {
            throw new Refusal(404, 10003, "Unknown Channel");
        }
        return channel;
    }

    synchronized String nextId() {
        lastId += 1 << 12;
        return String.valueOf(lastId);
    }

    /// The next calls of a route are answered like this, one by one; then as usual again. A route
    /// is a method and a path whose ids are stars, such as `POST channels/*/messages`.
    synchronized void answers(String route, Reply... replies) {
        scripts.computeIfAbsent(route, _ -> new ArrayDeque<>()).addAll(List.of(replies));
    }

    /// Calls of a route are carried out and their answers lost, for as long as something runs. How
    /// often a client asks is its own affair.
    void losesAnswers(String route, Runnable during) {
        answersWhile(route, Reply.cutAfterwards(), during);
    }

    /// Calls of a route are answered like this for as long as something runs.
    void answersWhile(String route, Reply reply, Runnable during) {
        answers(route, Collections.nCopies(50, reply).toArray(Reply[]::new));
        during.run();
        synchronized (this) {
            scripts.remove(route);
        }
    }

    synchronized List<Call> calls(String route) {
        return calls.stream().filter(call -> call.route().equals(route)).toList();
    }

    /// The bot's messages as people see them now.
    synchronized List<Shown> shown() {
        return messages.values().stream().filter(message -> message.author().equals(BOT)).toList();
    }

    /// Somebody writes; the parts are merged into the message.
    String says(String channel, String text, String... parts) {
        ObjectNode message = message(nextId(), channel, Happenings.anna(), text);
        for (String part : parts) {
            message.setAll(object(part));
        }
        keep(message);
        gateway.dispatch("MESSAGE_CREATE", message);
        return message.path("id").asText();
    }

    /// Somebody writes while the connection is gone, or it is told a second time.
    void tells(String messageId) {
        gateway.dispatch("MESSAGE_CREATE", messages.get(messageId).whole());
    }

    /// Somebody writes, and the gateway does not tell.
    String saysUnheard(String channel, String text) {
        ObjectNode message = message(nextId(), channel, Happenings.anna(), text);
        keep(message);
        return message.path("id").asText();
    }

    /// Somebody presses, types a command or looks for what to choose.
    String interacts(String channel, String json) {
        ObjectNode interaction = object(json);
        String id = nextId();
        String token = "interaction-" + id;
        FakeChannel where = channel(channel);
        interaction
                .put("id", id)
                .put("application_id", APPLICATION)
                .put("token", token)
                .put("version", 1)
                .put("channel_id", channel)
                .put("locale", "en-GB")
                .put("app_permissions", "8")
                .put("attachment_size_limit", 10_485_760)
                .put("context", where.guild() == null ? 1 : 0)
                .set("channel", where.json());
        interaction.putArray("entitlements");
        interaction.putObject("authorizing_integration_owners");
        if (where.guild() == null) {
            interaction.set("user", Happenings.anna());
        } else {
            interaction.put("guild_id", where.guild());
            interaction.putObject("guild").put("id", where.guild()).put("locale", "en-GB");
            ObjectNode member = interaction.putObject("member").put("permissions", "8");
            member.put("joined_at", "2026-11-21T10:00:00.000000+00:00").put("flags", 0);
            member.put("deaf", false).put("mute", false).putArray("roles");
            member.set("user", Happenings.anna());
        }
        synchronized (this) {
            interactions.put(id, new Interaction(token, null, System.nanoTime()));
        }
        gateway.dispatch("INTERACTION_CREATE", interaction);
        return id;
    }

    /// What an interaction was answered, or null.
    synchronized JsonNode answerTo(String interaction) {
        return interactions.get(interaction).answer();
    }

    synchronized void forgetNonces() {
        nonces.clear();
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v10/", "");
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = bytes.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
        String query = exchange.getRequestURI().getQuery();
        Call call =
                new Call(
                        exchange.getRequestMethod()
                                + " "
                                + path.replaceAll("(?<=/)[0-9][^/]*|interaction-[0-9]+", "*"),
                        List.of(path.split("/")),
                        query == null ? "" : query,
                        body);
        boolean isFree =
                call.route().startsWith("POST interactions/") || path.startsWith("/attachments/");
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Reply reply =
                isFree || ("Bot " + TOKEN).equals(authorization)
                        ? answer(call)
                        : Reply.problem(401, 0, "401: Unauthorized");
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        // Without it a client takes a 429 for a ban by the network in front of Discord.
        if (!reply.headers().containsKey(VIA)) {
            exchange.getResponseHeaders().add(VIA, "1.1 google");
        }
        if (!reply.body().isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", reply.type());
        }
        reply.headers()
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        exchange.getResponseHeaders().add(name, value);
                    }
                });
        byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Reply answer(Call call) {
        Reply scripted;
        synchronized (this) {
            calls.add(call);
            Deque<Reply> script = scripts.get(call.route());
            scripted = script == null ? null : script.poll();
        }
        if (scripted == null) {
            return usual(call);
        }
        if (scripted.happensAnyway()) {
            usual(call);
        }
        return scripted;
    }

    private Reply usual(Call call) {
        try {
            return switch (call.route()) {
                case "GET users/@me" -> Reply.ok(Happenings.bot());
                case "GET applications/@me" -> Reply.ok(application());
                case "GET gateway", "GET gateway/bot" -> Reply.ok(gateway.description());
                case "POST users/@me/channels" -> Reply.ok(direct());
                case "GET channels/*" -> Reply.ok(channel(call.path().get(1)).json());
                case "GET channels/*/messages" -> Reply.ok(history(call));
                case "GET channels/*/messages/*" -> Reply.ok(find(call).whole());
                case "POST channels/*/messages" -> Reply.ok(create(call));
                case "PATCH channels/*/messages/*" -> Reply.ok(edit(call));
                case "DELETE channels/*/messages/*" -> remove(call);
                case "POST channels/*/typing" -> {
                    channel(call.path().get(1));
                    yield new Reply(204, "", false, Map.of());
                }
                case "PUT applications/*/commands" -> Reply.ok(commands(call));
                case "POST interactions/*/*/callback" -> callback(call);
                case "GET /attachments/*/*/notes.txt" ->
                        new Reply(200, "some notes", false, Map.of());
                default -> Reply.problem(404, 0, "404: Not Found");
            };
        } catch (Refusal e) {
            return e.reply();
        }
    }

    private ObjectNode application() {
        // Message content is allowed for bots on few servers: 1 << 19.
        return object("{\"id\": \"101\", \"name\": \"Carillon\"}")
                .put("flags", gateway.isContentAllowed() ? 1 << 19 : 0);
    }

    private synchronized ObjectNode direct() {
        return channels.values().stream()
                .filter(channel -> channel.guild() == null)
                .findFirst()
                .orElseThrow()
                .json();
    }

    /// Newest first, of those that come right after.
    private synchronized ArrayNode history(Call call) {
        String channel = channel(call.path().get(1)).id();
        long after = Long.parseLong(call.parameter("after", "0"));
        int limit = Integer.parseInt(call.parameter("limit", "50"));
        if (limit < 1 || limit > 100) {
            throw Refusal.form(
                    "limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 100.");
        }
        List<ObjectNode> found =
                messages.values().stream()
                        .filter(message -> message.channel().equals(channel))
                        .filter(message -> Long.parseLong(message.id()) > after)
                        .limit(limit)
                        .map(Shown::whole)
                        .toList();
        return MAPPER.createArrayNode().addAll(found.reversed());
    }

    private synchronized Shown find(Call call) {
        channel(call.path().get(1));
        Shown message = messages.get(call.path().get(3));
        if (message == null || !message.channel().equals(call.path().get(1))) {
            throw new Refusal(404, 10008, "Unknown Message");
        }
        return message;
    }

    private ObjectNode create(Call call) {
        FakeChannel channel = channel(call.path().get(1));
        FormRules.newMessage(call.body());
        String nonce = call.body().path("nonce").asText();
        ObjectNode message;
        synchronized (this) {
            if (call.body().path("enforce_nonce").asBoolean() && nonces.containsKey(nonce)) {
                return messages.get(nonces.get(nonce)).whole();
            }
            String text = call.body().path("content").asText().strip();
            message = message(nextId(), channel.id(), object(Happenings.bot().toString()), text);
            message.put("nonce", nonce);
            if (call.body().has("components")) {
                message.set("components", call.body().path("components"));
            }
            message.put("flags", call.body().path("flags").asInt());
            message.set("given", call.body());
            keep(message);
            nonces.put(nonce, message.path("id").asText());
        }
        gateway.dispatch("MESSAGE_CREATE", message);
        return message;
    }

    private ObjectNode edit(Call call) {
        Shown before = find(call);
        if (!before.author().equals(BOT)) {
            throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
        }
        FormRules.message(call.body());
        ObjectNode message = before.whole().deepCopy();
        message.setAll((ObjectNode) call.body());
        message.set("given", call.body());
        keep(message);
        gateway.dispatch("MESSAGE_UPDATE", message);
        return message;
    }

    private synchronized Reply remove(Call call) {
        Shown before = find(call);
        if (!before.author().equals(BOT)) {
            throw new Refusal(403, 50013, "Missing Permissions");
        }
        messages.remove(before.id());
        nonces.values().remove(before.id());
        return new Reply(204, "", false, Map.of());
    }

    private ArrayNode commands(Call call) {
        if (!call.path().get(1).equals(APPLICATION)) {
            throw new Refusal(
                    403,
                    20012,
                    "You are not authorized to perform this action on this application");
        }
        return FormRules.commands(call.body());
    }

    private synchronized Reply callback(Call call) {
        Interaction interaction = interactions.get(call.path().get(1));
        boolean isLate =
                interaction != null && System.nanoTime() - interaction.at() > 3_000_000_000L;
        if (interaction == null || isLate || !interaction.token().equals(call.path().get(2))) {
            throw new Refusal(404, 10062, "Unknown interaction");
        }
        if (interaction.answer() != null) {
            throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        }
        FormRules.callback(call.body());
        interactions.put(
                call.path().get(1),
                new Interaction(interaction.token(), call.body(), interaction.at()));
        return new Reply(204, "", false, Map.of());
    }

    private ObjectNode message(String id, String channel, JsonNode author, String text) {
        FakeChannel where = channel(channel);
        ObjectNode message = MAPPER.createObjectNode();
        message.put("id", id).put("channel_id", channel).put("type", 0).put("content", text);
        message.set("author", author);
        message.put("timestamp", "2026-11-21T10:00:00.000000+00:00");
        message.putNull("edited_timestamp").put("tts", false).put("mention_everyone", false);
        message.put("pinned", false).put("flags", 0);
        for (String list :
                List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
            message.putArray(list);
        }
        message.put("channel_type", where.type());
        if (where.guild() != null) {
            message.put("guild_id", where.guild());
        }
        return message;
    }

    private synchronized void keep(ObjectNode message) {
        messages.put(
                message.path("id").asText(),
                new Shown(
                        message.path("id").asText(),
                        message.path("channel_id").asText(),
                        message.path("author").path("id").asText(),
                        message.path("content").asText(),
                        message.path("components"),
                        message.path("given"),
                        message));
    }

    /// The REST side goes away; the gateway stays.
    void closeRest() {
        http.stop(0);
    }

    @Override
    public void close() {
        gateway.close();
        http.stop(0);
        threads.shutdownNow();
    }

    /// A channel, thread or talk with one person.
    record FakeChannel(String id, int type, String parent, String guild) {
        ObjectNode json() {
            ObjectNode json = MAPPER.createObjectNode().put("id", id).put("type", type);
            json.put("name", "channel-" + id).put("position", 0).put("permissions", "8");
            json.putArray("permission_overwrites");
            if (guild != null) {
                json.put("guild_id", guild);
            } else {
                json.putArray("recipients").add(Happenings.anna());
            }
            if (parent != null) {
                json.put("parent_id", parent).put("owner_id", "777");
                json.put("member_count", 1).put("message_count", 1).put("rate_limit_per_user", 0);
                json.set(
                        "thread_metadata",
                        object(
                                "{\"archived\": false, \"auto_archive_duration\": 60, \"locked\":"
                                        + " false, \"archive_timestamp\":"
                                        + " \"2026-11-21T10:00:00.000000+00:00\"}"));
            }
            return json;
        }
    }

    /// A call of a route.
    record Call(String route, List<String> path, String query, JsonNode body) {
        String parameter(String name, String otherwise) {
            for (String each : query.split("&", -1)) {
                if (each.startsWith(name + "=")) {
                    return each.substring(name.length() + 1);
                }
            }
            return otherwise;
        }
    }

    private record Interaction(String token, JsonNode answer, long at) {}

    /// A message as people see it now, and what it was last given.
    record Shown(
            String id,
            String channel,
            String author,
            String text,
            JsonNode components,
            JsonNode given,
            ObjectNode whole) {
        /// The code of the button with this label.
        String code(String label) {
            for (JsonNode row : components) {
                for (JsonNode button : row.path("components")) {
                    if (button.path("label").asText().equals(label)) {
                        return button.path("custom_id").asText();
                    }
                }
            }
            throw new AssertionError("no button " + label + " below " + this);
        }
    }

    /// What comes back; status 0: the connection is cut.
    record Reply(int status, String body, boolean happensAnyway, Map<String, String> headers) {
        static Reply ok(JsonNode body) {
            return new Reply(
                    200,
                    body.toString(),
                    false,
                    Map.of(
                            "X-RateLimit-Limit", "5",
                            "X-RateLimit-Remaining", "4",
                            "X-RateLimit-Reset-After", "1.0",
                            "X-RateLimit-Bucket", "a-bucket"));
        }

        static Reply problem(int status, int code, String message) {
            return new Reply(
                    status,
                    MAPPER.createObjectNode().put("message", message).put("code", code).toString(),
                    false,
                    Map.of());
        }

        static Reply tooMany(int seconds) {
            return new Reply(
                    429,
                    "{\"message\":\"You are being rate limited.\",\"retry_after\":%d.0,\"global\":false}"
                            .formatted(seconds),
                    false,
                    Map.of("Retry-After", "" + seconds, "X-RateLimit-Scope", "user"));
        }

        static Reply badGateway() {
            return new Reply(
                    502, "<html><body><h1>502 Bad Gateway</h1></body></html>", false, Map.of());
        }

        /// The request is carried out, but its answer is lost.
        static Reply cutAfterwards() {
            return new Reply(0, "", true, Map.of());
        }

        String type() {
            return body.startsWith("<") ? "text/html" : "application/json";
        }
    }

    /// What Discord says when it will not.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        private Refusal(Reply reply) {
            this.reply = reply;
        }

        Refusal(int status, int code, String message) {
            this(Reply.problem(status, code, message));
        }

        /// One field of a body is wrong.
        static Refusal form(String field, String code, String message) {
            return new Refusal(
                    new Reply(
                            400,
                            """
                            {"message": "Invalid Form Body", "code": 50035, "errors":
                              {"%s": {"_errors": [{"code": "%s", "message": "%s"}]}}}
                            """
                                    .formatted(field, code, message.replace("\"", "\\\"")),
                            false,
                            Map.of()));
        }

        Reply reply() {
            return reply;
        }
    }
}
