package dev.carillon.gateway.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Bot API server with one bot, as strict as the real one in what it refuses.
final class FakeBotApi implements AutoCloseable {
    static final String TOKEN = "4242:a-token";
    static final String BOT = "4242";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 4096;
    private static final Pattern FORM_PART =
            Pattern.compile("name=\"(\\w+)\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Deque<Reply>> scripts = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final TreeMap<Long, JsonNode> updates = new TreeMap<>();
    private final Map<Integer, Shown> shown = new LinkedHashMap<>();
    private final Set<String> chats = ConcurrentHashMap.newKeySet();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private final Map<String, String> moved = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final Map<String, String> shutOut = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private JsonNode webhook = MAPPER.createObjectNode();
    private String webhookError = "";
    private long nextUpdate = 1000;
    private int nextMessage = 1;
    private long polls;
    private boolean away;

    FakeBotApi() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// The bot is in this chat.
    FakeBotApi knows(String... known) {
        chats.addAll(List.of(known));
        return this;
    }

    void hasTopic(String chat, int thread) {
        topics.add(chat + "/" + thread);
    }

    /// From now on every call about this chat is refused.
    ///
    /// @param how "kicked from the supergroup chat" or "blocked by the user"
    void shutsOut(String chat, String how) {
        shutOut.put(chat, how);
    }

    void letsIn(String chat) {
        shutOut.remove(chat);
    }

    void moves(String chat, String to) {
        moved.put(chat, to);
        chats.add(to);
    }

    /// The next calls of a method are answered like this, one by one; then as usual again.
    synchronized void answers(String method, Reply... replies) {
        scripts.computeIfAbsent(lower(method), _ -> new ArrayDeque<>()).addAll(List.of(replies));
    }

    /// Calls of a method are answered like this for as long as something runs.
    void answersWhile(String method, Reply reply, Runnable during) {
        answers(method, Collections.nCopies(50, reply).toArray(Reply[]::new));
        during.run();
        synchronized (this) {
            scripts.remove(lower(method));
        }
    }

    /// Nothing gets through any more, nor what is under way; or again.
    synchronized void isAway(boolean isAway) {
        away = isAway;
        polls++;
        notifyAll();
    }

    private synchronized boolean isAway() {
        return away;
    }

    /// The next call of a method is carried out, but its answer does not get through before it is
    /// let go: what a caller that has died leaves behind looks like this.
    CountDownLatch holds(String method) {
        CountDownLatch letGo = new CountDownLatch(1);
        held.put(lower(method), letGo);
        return letGo;
    }

    synchronized int unused(String method) {
        return scripts.getOrDefault(lower(method), new ArrayDeque<>()).size();
    }

    /// Something happens; the body is an update without its id.
    synchronized long happens(String json) {
        long id = nextUpdate++;
        ObjectNode update = object(json);
        update.put("update_id", id);
        updates.put(id, update);
        notifyAll();
        return id;
    }

    /// Telegram forgets what it was told to be done, as after a lost confirmation.
    synchronized void redelivers(long id, String json) {
        ObjectNode update = object(json);
        update.put("update_id", id);
        updates.put(id, update);
        notifyAll();
    }

    synchronized List<Shown> shown() {
        return List.copyOf(shown.values());
    }

    /// An admin of the chat takes a message away.
    synchronized void deletes(int id) {
        shown.remove(id);
    }

    synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(lower(method))).toList();
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply;
        if (path.length > 3 && path[1].equals("file") && path[2].equals("bot" + TOKEN)) {
            String file = files.get(path[path.length - 1]);
            reply = file == null ? Reply.problem(404, "Not Found") : new Reply(200, file, false);
        } else if (path.length != 3 || !path[1].equals("bot" + TOKEN)) {
            reply = Reply.problem(401, "Unauthorized");
        } else {
            JsonNode arguments = arguments(body);
            CountDownLatch letGo = held.remove(lower(path[2]));
            reply = answer(lower(path[2]), arguments);
            await(letGo);
        }
        if (reply.status() == 0 || isAway()) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch letGo) {
        try {
            if (letGo != null) {
                letGo.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode arguments(String body) throws IOException {
        if (body.startsWith("--")) {
            ObjectNode form = MAPPER.createObjectNode();
            Matcher part = FORM_PART.matcher(body);
            while (part.find()) {
                form.put(part.group(1), part.group(2));
            }
            return form;
        }
        return body.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(body);
    }

    private synchronized Reply answer(String method, JsonNode arguments) {
        if (away) {
            return Reply.cut();
        }
        calls.add(new Call(method, arguments));
        Deque<Reply> script = scripts.get(method);
        if (script != null && !script.isEmpty()) {
            Reply reply = script.poll();
            if (reply.happensAnyway()) {
                usual(method, arguments);
            }
            return reply;
        }
        return usual(method, arguments);
    }

    private Reply usual(String method, JsonNode arguments) {
        try {
            return switch (method) {
                case "getme" ->
                        Reply.ok(
                                "{\"id\":4242,\"is_bot\":true,\"first_name\":\"Carillon\","
                                        + "\"username\":\"CarillonBot\","
                                        + "\"can_read_all_group_messages\":false}");
                case "getwebhookinfo" ->
                        Reply.ok(
                                "{\"url\":\""
                                        + webhook.path("url").asText()
                                        + "\",\"has_custom_certificate\":false,"
                                        + "\"pending_update_count\":0"
                                        + (webhookError.isEmpty()
                                                ? ""
                                                : ",\"last_error_date\":"
                                                        + System.currentTimeMillis() / 1000
                                                        + ",\"last_error_message\":\""
                                                        + webhookError
                                                        + "\"")
                                        + "}");
                case "setwebhook" -> setWebhook(arguments);
                case "deletewebhook" -> {
                    webhook = MAPPER.createObjectNode();
                    if (arguments.path("drop_pending_updates").asBoolean()) {
                        updates.clear();
                    }
                    yield Reply.ok("true");
                }
                case "getfile" -> getFile(arguments.path("file_id").asText());
                case "getupdates" -> getUpdates(arguments);
                case "sendmessage" -> sendMessage(arguments);
                case "editmessagetext" -> edit(arguments, text(arguments));
                case "editmessagereplymarkup" -> edit(arguments, null);
                case "deletemessage" -> deleteMessage(arguments);
                case "sendchataction", "sendmessagedraft" -> {
                    chat(arguments);
                    yield Reply.ok("true");
                }
                case "answercallbackquery", "setmycommands" -> Reply.ok("true");
                default -> Reply.problem(404, "Not Found");
            };
        } catch (FakeHtml.Bad e) {
            return Reply.problem(400, String.valueOf(e.getMessage()));
        } catch (Refusal e) {
            return e.reply;
        } catch (InterruptedException e) {
            return Reply.problem(500, "Internal Server Error: restart");
        }
    }

    private Reply setWebhook(JsonNode arguments) {
        String url = arguments.path("url").asText();
        if (!url.isEmpty() && !url.startsWith("https://")) {
            return Reply.problem(
                    400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!arguments.path("secret_token").asText("x").matches("[A-Za-z0-9_-]{1,256}")) {
            return Reply.problem(400, "Bad Request: secret token contains unallowed characters");
        }
        webhook = arguments;
        return Reply.ok("true");
    }

    private Reply getFile(String id) {
        return files.containsKey(id)
                ? Reply.ok(
                        "{\"file_id\":\"%s\",\"file_unique_id\":\"u\",\"file_path\":\"documents/%s\"}"
                                .formatted(id, id))
                : Reply.problem(
                        400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    }

    /// The bot can download this file under this id.
    void hasFile(String id, String text) {
        files.put(id, text);
    }

    /// What the bot gave to setWebhook; empty when it has none.
    synchronized JsonNode webhook() {
        return webhook;
    }

    /// Another program, or the operator, sets the webhook; an empty URL takes it away.
    synchronized void hasWebhook(String url) {
        webhook = MAPPER.createObjectNode().put("url", url);
    }

    /// What Telegram last got instead of 200 from the webhook.
    synchronized void webhookFails(String error) {
        webhookError = error;
    }

    /// Brings an update as to a webhook, by way of a proxy that ends HTTPS.
    ///
    /// @param secret what stands in the header; empty: no header
    int brings(int port, String path, String secret, long id, String json) {
        ObjectNode update = object(json);
        update.put("update_id", id);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(update.toString()));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The newer request ends the older one.
    private Reply getUpdates(JsonNode arguments) throws InterruptedException {
        if (!webhook.path("url").asText().isEmpty()) {
            return Reply.problem(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use"
                            + " deleteWebhook to delete the webhook first");
        }
        long mine = ++polls;
        notifyAll();
        updates.headMap(arguments.path("offset").asLong()).clear();
        String wanted = arguments.path("allowed_updates").toString();
        if (wanted.contains("\"message\"")) {
            updates.values().removeIf(update -> !isWanted(update, wanted));
        }
        long deadline =
                System.nanoTime() + TimeUnit.SECONDS.toNanos(arguments.path("timeout").asLong());
        while (updates.isEmpty() && polls == mine) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        if (polls != mine) {
            return Reply.problem(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot"
                            + " instance is running");
        }
        return Reply.ok(updates.values().toString());
    }

    /// Nobody is told of kinds of updates that they did not ask for.
    private static boolean isWanted(JsonNode update, String wanted) {
        return Stream.of("message", "callback_query", "my_chat_member")
                .filter(update::has)
                .allMatch(kind -> wanted.contains("\"" + kind + "\""));
    }

    private Reply sendMessage(JsonNode arguments) {
        String chat = chat(arguments);
        String text = text(arguments);
        @SuppressWarnings("NullAway")
        String thread = arguments.path("message_thread_id").asText(null);
        if (thread != null && !topics.contains(chat + "/" + thread)) {
            throw new Refusal(400, "Bad Request: message thread not found");
        }
        int id = nextMessage++;
        shown.put(id, new Shown(id, chat, thread, text, arguments, keyboard(arguments)));
        return Reply.ok(message(id, chat, text));
    }

    private Reply edit(JsonNode arguments, String text) {
        String chat = chat(arguments);
        int id = arguments.path("message_id").asInt();
        Shown before = shown.get(id);
        if (before == null || !before.chat().equals(chat)) {
            throw new Refusal(400, "Bad Request: message to edit not found");
        }
        String after = text == null ? before.text() : text;
        JsonNode keyboard = keyboard(arguments);
        if (after.equals(before.text()) && keyboard.equals(before.keyboard())) {
            throw new Refusal(
                    400,
                    "Bad Request: message is not modified: specified new message content and reply"
                            + " markup are exactly the same as a current content and reply markup of"
                            + " the message");
        }
        shown.put(id, new Shown(id, chat, before.thread(), after, arguments, keyboard));
        return Reply.ok(message(id, chat, after));
    }

    private Reply deleteMessage(JsonNode arguments) {
        String chat = chat(arguments);
        Shown before = shown.get(arguments.path("message_id").asInt());
        if (before == null || !before.chat().equals(chat)) {
            throw new Refusal(400, "Bad Request: message to delete not found");
        }
        shown.remove(before.id());
        return Reply.ok("true");
    }

    private String chat(JsonNode arguments) {
        String chat = arguments.path("chat_id").asText();
        String to = moved.get(chat);
        if (to != null) {
            throw new Refusal(
                    new Reply(
                            400,
                            ("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group"
                                            + " chat was upgraded to a supergroup chat\","
                                            + "\"parameters\":{\"migrate_to_chat_id\":%s}}")
                                    .formatted(to),
                            false));
        }
        String shut = shutOut.get(chat);
        if (shut != null) {
            throw new Refusal(403, "Forbidden: bot was " + shut);
        }
        if (!chats.contains(chat)) {
            throw new Refusal(400, "Bad Request: chat not found");
        }
        return chat;
    }

    private static String text(JsonNode arguments) {
        String text = arguments.path("text").asText();
        String visible =
                arguments.path("parse_mode").asText().equalsIgnoreCase("HTML")
                        ? FakeHtml.visible(text)
                        : text.strip();
        if (visible.isEmpty()) {
            throw new Refusal(400, "Bad Request: message text is empty");
        }
        if (visible.length() > LONGEST) {
            throw new Refusal(400, "Bad Request: message is too long");
        }
        return visible;
    }

    private static JsonNode keyboard(JsonNode arguments) {
        JsonNode rows = arguments.path("reply_markup").path("inline_keyboard");
        for (JsonNode row : rows) {
            for (JsonNode key : row) {
                int length =
                        key.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (length < 1 || length > 64) {
                    throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
                }
            }
        }
        return rows;
    }

    private static String message(int id, String chat, String text) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("message_id", id).put("date", 1_700_000_000).put("text", text);
        long chatId = chat.matches("-?\\d+") ? Long.parseLong(chat) : chat.hashCode();
        message.putObject("chat").put("id", chatId).put("type", "private");
        return message.toString();
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    /// A call of a method.
    record Call(String method, JsonNode arguments) {}

    /// A message as people see it now, and what it was last given.
    record Shown(
            int id, String chat, String thread, String text, JsonNode given, JsonNode keyboard) {
        /// The code of the button with this label.
        String code(String label) {
            for (JsonNode row : keyboard) {
                for (JsonNode key : row) {
                    if (key.path("text").asText().equals(label)) {
                        return key.path("callback_data").asText();
                    }
                }
            }
            throw new AssertionError("no button " + label + " below " + this);
        }
    }

    /// What comes back; status 0: the connection is cut.
    record Reply(int status, String body, boolean happensAnyway) {
        static Reply ok(String result) {
            return new Reply(200, "{\"ok\":true,\"result\":" + result + "}", false);
        }

        static Reply problem(int code, String description) {
            return new Reply(
                    code,
                    "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
                            .formatted(code, description.replace("\"", "\\\"")),
                    false);
        }

        static Reply tooMany(int seconds) {
            return new Reply(
                    429,
                    ("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry"
                                    + " after %d\",\"parameters\":{\"retry_after\":%d}}")
                            .formatted(seconds, seconds),
                    false);
        }

        static Reply badGateway() {
            return new Reply(502, "<html><body><h1>502 Bad Gateway</h1></body></html>", false);
        }

        /// The request does not arrive.
        static Reply cut() {
            return new Reply(0, "", false);
        }

        /// The request is carried out, but its answer is lost.
        static Reply cutAfterwards() {
            return new Reply(0, "", true);
        }
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Refusal(Reply reply) {
            this.reply = reply;
        }

        Refusal(int code, String description) {
            this(Reply.problem(code, description));
        }
    }
}
