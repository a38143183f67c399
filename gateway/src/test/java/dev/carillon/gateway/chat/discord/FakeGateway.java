package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// The side of Discord that tells what happens. Sessions outlive their connections, as long as it
/// is not told otherwise.
final class FakeGateway {
    private static final int MESSAGE_CONTENT = 1 << 15;

    private final FakeDiscord discord;
    private final Map<String, Session> sessions = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private Server server;
    private int port;
    private boolean contentAllowed = true;
    private boolean closed;

    FakeGateway(FakeDiscord discord) {
        this.discord = discord;
    }

    String address() {
        return "ws://127.0.0.1:" + port;
    }

    /// Begins to listen, again if it had gone away.
    void open() {
        CountDownLatch started = new CountDownLatch(1);
        server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), started);
        server.start();
        try {
            started.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        port = server.getPort();
    }

    /// The privileged intent is switched off, or on, in the developer portal.
    synchronized void allowsContent(boolean allowed) {
        contentAllowed = allowed;
    }

    synchronized boolean isContentAllowed() {
        return contentAllowed;
    }

    /// What the connections did, such as `IDENTIFY` and `RESUME`.
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized long count(String what) {
        return log.stream().filter(what::equals).count();
    }

    ObjectNode description() {
        ObjectNode answer = FakeDiscord.object("{\"shards\": 1}").put("url", address());
        answer.set(
                "session_start_limit",
                FakeDiscord.object(
                        "{\"total\": 1000, \"remaining\": 999, \"reset_after\": 14400000,"
                                + " \"max_concurrency\": 1}"));
        return answer;
    }

    /// Tells every session; one that is not connected learns it when it resumes.
    synchronized void dispatch(String type, ObjectNode data) {
        for (Session session : sessions.values()) {
            session.tell(type, seen(type, data, session));
        }
    }

    /// Without the intent, the words of what is not for the bot are left out.
    private static ObjectNode seen(String type, ObjectNode data, Session session) {
        boolean isMessage = type.startsWith("MESSAGE_") && data.has("guild_id");
        boolean isForBot =
                data.path("author").path("id").asText().equals(FakeDiscord.BOT)
                        || data.path("mentions").toString().contains("\"" + FakeDiscord.BOT + "\"");
        if (!isMessage || isForBot || (session.intents & MESSAGE_CONTENT) != 0) {
            return data;
        }
        ObjectNode hidden = data.deepCopy().put("content", "");
        hidden.putArray("attachments");
        return hidden;
    }

    /// The connections break off, without a word.
    void drops() {
        server.getConnections().forEach(connection -> connection.closeConnection(1006, ""));
    }

    void closes(int code, String reason) {
        server.getConnections().forEach(connection -> connection.close(code, reason));
    }

    /// Discord wants everybody to connect again.
    void asksToReconnect() {
        server.broadcast("{\"op\": 7, \"d\": null}");
    }

    /// The sessions are over; what happened meanwhile will not be told.
    synchronized void forgetsSessions() {
        sessions.clear();
    }

    /// Nobody listens any more.
    void goesAway() {
        try {
            drops();
            server.stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        if (!closed) {
            closed = true;
            goesAway();
        }
    }

    private synchronized void hear(WebSocket connection, JsonNode payload) {
        JsonNode data = payload.path("d");
        switch (payload.path("op").asInt(-1)) {
            case 1 -> connection.send("{\"op\": 11}");
            case 2 -> identify(connection, data);
            case 3, 4, 8 -> {
                if (connection.<Session>getAttachment() == null) {
                    connection.close(4003, "Not authenticated.");
                }
            }
            case 6 -> resume(connection, data);
            default -> connection.close(4001, "Unknown opcode.");
        }
    }

    private void identify(WebSocket connection, JsonNode data) {
        log.add("IDENTIFY");
        if (connection.<Session>getAttachment() != null) {
            connection.close(4005, "Already authenticated.");
        } else if (!data.path("properties").isObject() || !data.path("intents").isInt()) {
            connection.close(4002, "Error while decoding payload.");
        } else if (!data.path("token").asText().equals(FakeDiscord.TOKEN)) {
            connection.close(4004, "Authentication failed.");
        } else if ((data.path("intents").asInt() & MESSAGE_CONTENT) != 0 && !contentAllowed) {
            connection.close(4014, "Disallowed intent(s).");
        } else {
            begin(connection, data.path("intents").asInt());
        }
    }

    private void begin(WebSocket connection, int intents) {
        Session session = new Session("session-" + (log.size() + 1), intents, connection);
        sessions.put(session.id, session);
        connection.setAttachment(session);
        ObjectNode ready = FakeDiscord.object("{\"v\": 10, \"private_channels\": []}");
        ready.set("user", Happenings.bot());
        ready.putObject("application").put("id", FakeDiscord.APPLICATION).put("flags", 0);
        ready.putArray("guilds").addObject().put("id", FakeDiscord.GUILD).put("unavailable", true);
        ready.put("session_id", session.id).put("resume_gateway_url", address());
        session.tell("READY", ready);
        session.tell("GUILD_CREATE", guild());
    }

    private void resume(WebSocket connection, JsonNode data) {
        log.add("RESUME");
        Session session = sessions.get(data.path("session_id").asText());
        if (!data.path("token").asText().equals(FakeDiscord.TOKEN)) {
            connection.close(4004, "Authentication failed.");
        } else if (session == null) {
            connection.send("{\"op\": 9, \"d\": false}");
        } else {
            connection.setAttachment(session);
            session.goOn(connection, data.path("seq").asInt());
        }
    }

    private ObjectNode guild() {
        ObjectNode guild =
                FakeDiscord.object(
                        """
                        {"name": "The house", "owner_id": "777", "member_count": 2, "features": [],
                         "emojis": [], "stickers": [], "voice_states": [], "presences": [],
                         "stage_instances": [], "guild_scheduled_events": [], "afk_timeout": 300,
                         "verification_level": 0, "default_message_notifications": 0,
                         "explicit_content_filter": 0, "mfa_level": 0, "premium_tier": 0,
                         "nsfw_level": 0, "system_channel_flags": 0, "preferred_locale": "en-GB",
                         "large": false, "unavailable": false, "icon": null, "splash": null,
                         "max_members": 1000, "joined_at": "2026-11-21T10:00:00.000000+00:00"}
                        """);
        guild.put("id", FakeDiscord.GUILD);
        ArrayNode roles = guild.putArray("roles");
        roles.add(role(FakeDiscord.GUILD, "@everyone"));
        ObjectNode own = role(FakeDiscord.BOT_ROLE, "Carillon");
        own.putObject("tags").put("bot_id", FakeDiscord.BOT);
        roles.add(own.put("managed", true));
        ObjectNode member = guild.putArray("members").addObject();
        member.set("user", Happenings.bot());
        member.put("joined_at", "2026-11-21T10:00:00.000000+00:00").put("deaf", false);
        member.put("mute", false).put("flags", 0).putArray("roles").add(FakeDiscord.BOT_ROLE);
        ArrayNode channels = guild.putArray("channels");
        ArrayNode threads = guild.putArray("threads");
        for (FakeDiscord.FakeChannel channel : discord.channels()) {
            if (channel.guild() != null) {
                (channel.parent() == null ? channels : threads).add(channel.json());
            }
        }
        return guild;
    }

    private static ObjectNode role(String id, String name) {
        return FakeDiscord.object(
                        "{\"color\": 0, \"hoist\": false, \"position\": 0, \"permissions\": \"8\","
                                + " \"managed\": false, \"mentionable\": false, \"flags\": 0,"
                                + " \"colors\": {\"primary_color\": 0, \"secondary_color\": null,"
                                + " \"tertiary_color\": null}}")
                .put("id", id)
                .put("name", name);
    }

    /// What one client has been told.
    private static final class Session {
        private final String id;
        private final int intents;
        private final List<String> told = new ArrayList<>();
        private WebSocket connection;

        private Session(String id, int intents, WebSocket connection) {
            this.id = id;
            this.intents = intents;
            this.connection = connection;
        }

        private void tell(String type, ObjectNode data) {
            ObjectNode payload =
                    FakeDiscord.object("{\"op\": 0}").put("t", type).put("s", told.size() + 1);
            payload.set("d", data);
            told.add(payload.toString());
            if (connection.isOpen()) {
                connection.send(payload.toString());
            }
        }

        private void goOn(WebSocket next, int seen) {
            connection = next;
            told.subList(Math.min(seen, told.size()), told.size()).forEach(connection::send);
            tell("RESUMED", FakeDiscord.object("{}"));
        }
    }

    private final class Server extends WebSocketServer {
        private final CountDownLatch started;

        private Server(InetSocketAddress address, CountDownLatch started) {
            super(address);
            this.started = started;
            setReuseAddr(true);
            setDaemon(true);
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            String resource = handshake.getResourceDescriptor();
            if (!resource.contains("v=10") || !resource.contains("encoding=json")) {
                connection.close(4012, "Invalid API version.");
                return;
            }
            connection.send("{\"op\": 10, \"d\": {\"heartbeat_interval\": 41250}}");
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            hear(connection, FakeDiscord.object(message));
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            synchronized (FakeGateway.this) {
                // A client that says goodbye has no session any more.
                boolean isGoodbye = code == CloseFrame.NORMAL || code == CloseFrame.GOING_AWAY;
                Session session = connection.getAttachment();
                if (remote
                        && isGoodbye
                        && session != null
                        && connection.equals(session.connection)) {
                    sessions.remove(session.id);
                }
            }
        }

        @Override
        public void onError(WebSocket connection, Exception problem) {
            synchronized (FakeGateway.this) {
                log.add(problem.toString());
            }
        }

        @Override
        public void onStart() {
            started.countDown();
        }
    }
}
