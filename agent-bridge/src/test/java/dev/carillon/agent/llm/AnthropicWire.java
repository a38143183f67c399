package dev.carillon.agent.llm;

import static dev.carillon.agent.llm.FakeProvider.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import dev.carillon.agent.llm.FakeProvider.Call;
import dev.carillon.agent.llm.FakeProvider.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Anthropic's messages: <https://docs.anthropic.com/en/docs/build-with-claude/streaming>.
final class AnthropicWire implements Wire {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public String key(Headers headers) {
        String value = headers.getFirst("x-api-key");
        return value == null ? "" : value;
    }

    @Override
    public List<String> problems(Headers headers, JsonNode body) {
        return new AnthropicRequest(headers, body).problems();
    }

    @Override
    public List<String> answer(Reply.Words words, JsonNode request) {
        List<String> events = begun(request);
        textBlock(events, 0, words.pieces());
        return ended(events, words.finish().equals("length") ? "max_tokens" : "end_turn");
    }

    @Override
    public List<String> answer(Reply.Calls calls, JsonNode request) {
        List<String> events = begun(request);
        int index = 0;
        if (!calls.text().isEmpty()) {
            textBlock(events, index++, List.of(calls.text()));
        }
        for (Call call : calls.calls()) {
            ObjectNode start = event("content_block_start").put("index", index);
            start.putObject("content_block")
                    .put("type", "tool_use")
                    .put("id", "toolu_fake" + CALLS.incrementAndGet())
                    .put("name", call.tool())
                    .putObject("input");
            events.add(sent(start));
            for (String piece : OpenAiWire.halves(call.argumentsJson())) {
                ObjectNode delta = event("content_block_delta").put("index", index);
                delta.putObject("delta").put("type", "input_json_delta").put("partial_json", piece);
                events.add(sent(delta));
            }
            events.add(sent(event("content_block_stop").put("index", index++)));
        }
        return ended(events, "tool_use");
    }

    @Override
    public int eventsBeforeCut(Reply.Words words) {
        return 3 + words.pieces().size();
    }

    @Override
    public String error(String type) {
        ObjectNode error = event("error");
        error.putObject("error").put("type", type).put("message", "It broke.");
        return sent(error);
    }

    @Override
    public String refusal(Reply.Refusal refusal) {
        ObjectNode root = JSON.createObjectNode().put("type", "error");
        root.putObject("error")
                .put("type", refusal.code().isEmpty() ? type(refusal.status()) : refusal.code())
                .put("message", refusal.message());
        return root.put("request_id", "req_fake").toString();
    }

    private static String type(int status) {
        return switch (status) {
            case 400 -> "invalid_request_error";
            case 401 -> "authentication_error";
            case 404 -> "not_found_error";
            case 429 -> "rate_limit_error";
            case 529 -> "overloaded_error";
            default -> "api_error";
        };
    }

    private static void textBlock(List<String> events, int index, List<String> pieces) {
        ObjectNode start = event("content_block_start").put("index", index);
        start.putObject("content_block").put("type", "text").put("text", "");
        events.add(sent(start));
        for (String piece : pieces) {
            ObjectNode delta = event("content_block_delta").put("index", index);
            delta.putObject("delta").put("type", "text_delta").put("text", piece);
            events.add(sent(delta));
        }
        events.add(sent(event("content_block_stop").put("index", index)));
    }

    private static List<String> begun(JsonNode request) {
        ObjectNode start = event("message_start");
        ObjectNode message = start.putObject("message");
        message.put("id", "msg_fake").put("type", "message").put("role", "assistant");
        message.putArray("content");
        message.put("model", request.path("model").asText());
        message.putNull("stop_reason").putNull("stop_sequence");
        message.putObject("usage").put("input_tokens", INPUT_TOKENS).put("output_tokens", 1);
        List<String> events = new ArrayList<>();
        events.add(sent(start));
        events.add(sent(event("ping")));
        return events;
    }

    private static List<String> ended(List<String> events, String reason) {
        ObjectNode delta = event("message_delta");
        delta.putObject("delta").put("stop_reason", reason).putNull("stop_sequence");
        delta.putObject("usage").put("output_tokens", OUTPUT_TOKENS);
        events.add(sent(delta));
        events.add(sent(event("message_stop")));
        return events;
    }

    private static ObjectNode event(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static String sent(ObjectNode event) {
        return "event: " + event.get("type").asText() + "\ndata: " + event + "\n\n";
    }
}
