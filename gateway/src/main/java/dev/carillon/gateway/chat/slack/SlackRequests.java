package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;

/// Takes in requests of Slack as Bolt tells them apart, whichever way they came.
final class SlackRequests {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final String gateway;
    private final SlackEvents events;
    private final EventIntake intake;

    SlackRequests(String gateway, SlackEvents events, EventIntake intake) {
        this.gateway = gateway;
        this.events = events;
        this.intake = intake;
    }

    /// When this returns, what the request says is safe on disk.
    Receipt take(Request<?> request) {
        return intake.take(read(request));
    }

    private Heard read(Request<?> request) {
        return switch (request) {
            case EventRequest event -> event(event.getRequestBodyAsString());
            case SlashCommandRequest command -> SlackCommands.read(gateway, command.getPayload());
            case BlockActionRequest press -> SlackPresses.read(gateway, press.getPayload());
            default -> new Heard.Nothing("a request of the kind " + request.getRequestType());
        };
    }

    private Heard event(String body) {
        try {
            return events.read(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return new Heard.Nothing("an event that is no JSON: " + e.getOriginalMessage());
        }
    }
}
