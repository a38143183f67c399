package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles what comes over a connection of Socket Mode: Slack's own words about the connection, and
/// envelopes, which are acknowledged when what they hold is safe on disk. One that is not
/// acknowledged comes again, here or on another connection.
final class SocketFrames {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFrames.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final String gateway;
    private final SocketModeRequestParser parser;
    private final SlackRequests requests;

    SocketFrames(String gateway, AppConfig bolt, SlackRequests requests) {
        this.gateway = gateway;
        this.parser = new SocketModeRequestParser(bolt);
        this.requests = requests;
    }

    void take(String frame, SocketConnection connection) {
        try {
            JsonNode node = MAPPER.readTree(frame);
            switch (node.path("type").asText()) {
                case "hello" -> {
                    LOG.info(
                            "{}: connected with Slack; {} connection(s) of this app in all",
                            gateway,
                            node.path("num_connections").asInt(1));
                    connection.greeted();
                }
                case "disconnect" -> connection.end(end(node.path("reason").asText()));
                default -> envelope(frame, node, connection);
            }
        } catch (JsonProcessingException e) {
            LOG.warn("{}: Slack sent what is no JSON: {}", gateway, e.getOriginalMessage());
        } catch (RuntimeException e) {
            LOG.error("{}: an event could not be taken in; Slack sends it again", gateway, e);
        }
    }

    private static SocketEnd end(String reason) {
        return reason.equals("link_disabled")
                ? new SocketEnd.Disabled()
                : new SocketEnd.Refresh(reason);
    }

    private void envelope(String frame, JsonNode node, SocketConnection connection) {
        String id = node.path("envelope_id").asText();
        if (id.isEmpty()) {
            LOG.debug("{}: Slack sent {}", gateway, node.path("type"));
            return;
        }
        SocketModeRequest request = parser.parse(frame);
        Receipt receipt =
                request == null || request.getBoltRequest() == null
                        ? Receipt.PLAIN
                        : requests.take(request.getBoltRequest());
        ObjectNode answer = MAPPER.createObjectNode().put("envelope_id", id);
        if (receipt.body() != null && node.path("accepts_response_payload").asBoolean()) {
            answer.set("payload", receipt.body());
        }
        if (!connection.send(answer.toString())) {
            LOG.info("{}: an event could not be acknowledged; Slack sends it again", gateway);
        }
    }
}
