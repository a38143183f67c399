package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// Slack's side of Socket Mode.
final class FakeSockets extends WebSocketServer {
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectNode> unacknowledged = new LinkedHashMap<>();
    private final List<JsonNode> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> wrongs = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean isMute;

    FakeSockets() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setReuseAddr(true);
        setConnectionLostTimeout(0);
        start();
        try {
            started.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An address at which one connection can be made.
    String issue() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return "ws://127.0.0.1:" + getPort() + "/link/?ticket=" + ticket + "&app_id=A1";
    }

    /// From now on nobody is greeted.
    void mute(boolean mute) {
        isMute = mute;
    }

    List<WebSocket> open() {
        return open;
    }

    /// Tells something to one connection, as Slack does.
    synchronized String tell(String type, JsonNode payload, int retry) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        String id = UUID.randomUUID().toString();
        envelope.put("envelope_id", id).put("type", type);
        envelope.put("accepts_response_payload", !type.equals("events_api"));
        if (type.equals("events_api")) {
            envelope.put("retry_attempt", retry).put("retry_reason", retry > 0 ? "timeout" : "");
        }
        envelope.set("payload", payload);
        unacknowledged.put(id, envelope);
        send(envelope);
        return id;
    }

    /// Tells again what has not been acknowledged.
    synchronized void tellAgain() {
        unacknowledged.values().forEach(this::send);
    }

    private void send(ObjectNode envelope) {
        if (!open.isEmpty()) {
            open.getLast().send(envelope.toString());
        }
    }

    synchronized boolean hasAcknowledged(String envelope) {
        return acknowledged.stream()
                .anyMatch(ack -> ack.path("envelope_id").asText().equals(envelope));
    }

    List<JsonNode> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /// What clients did that Slack would not understand.
    List<String> wrongs() {
        return new ArrayList<>(wrongs);
    }

    void disconnect(String reason) {
        for (WebSocket socket : open) {
            socket.send(
                    "{\"type\":\"disconnect\",\"reason\":\"%s\",\"debug_info\":{\"host\":\"h\"}}"
                            .formatted(reason));
        }
    }

    /// Cuts all connections without a word.
    void cut() {
        open.forEach(socket -> socket.closeConnection(1006, "cut"));
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        String query = handshake.getResourceDescriptor().replaceFirst(".*[?]", "");
        String ticket = query.replaceFirst(".*ticket=([^&]*).*", "$1");
        if (!tickets.remove(ticket)) {
            socket.close(4003, "invalid ticket");
            return;
        }
        open.add(socket);
        if (!isMute) {
            socket.send(
                    ("{\"type\":\"hello\",\"num_connections\":%d,\"debug_info\":{\"host\":\"h\","
                                    + "\"approximate_connection_time\":18060},"
                                    + "\"connection_info\":{\"app_id\":\"A1\"}}")
                            .formatted(open.size()));
        }
    }

    @Override
    public synchronized void onMessage(WebSocket socket, String message) {
        JsonNode ack = FakeSlack.object(message);
        ObjectNode envelope = unacknowledged.remove(ack.path("envelope_id").asText());
        if (envelope == null) {
            wrongs.add("no such envelope: " + message);
            return;
        }
        // Slack's own library sends an empty one with everything.
        if (!ack.path("payload").isEmpty()
                && !envelope.path("accepts_response_payload").asBoolean()) {
            wrongs.add("no payload is accepted: " + message);
        }
        acknowledged.add(ack);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        open.remove(socket);
    }

    @Override
    public void onError(WebSocket socket, Exception problem) {
        // The end of a connection is told apart.
    }
}
