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

/// OpenAI's chat completions: <https://platform.openai.com/docs/api-reference/chat-streaming>.
final class OpenAiWire implements Wire {
    private static final String BEARER = "Bearer ";
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public String key(Headers headers) {
        String value = headers.getFirst("authorization");
        return value == null || !value.startsWith(BEARER) ? "" : value.substring(BEARER.length());
    }

    @Override
    public List<String> problems(Headers headers, JsonNode body) {
        return new OpenAiRequest(body).problems();
    }

    @Override
    public List<String> answer(Reply.Words words, JsonNode request) {
        List<String> events = new ArrayList<>();
        ObjectNode first = JSON.createObjectNode().put("role", "assistant").put("content", "");
        events.add(chunk(request, first, null));
        for (String piece : words.pieces()) {
            events.add(chunk(request, JSON.createObjectNode().put("content", piece), null));
        }
        return ended(events, request, words.finish());
    }

    @Override
    public List<String> answer(Reply.Calls calls, JsonNode request) {
        List<String> events = new ArrayList<>();
        ObjectNode first = JSON.createObjectNode().put("role", "assistant");
        if (calls.text().isEmpty()) {
            first.putNull("content");
        } else {
            first.put("content", calls.text());
        }
        events.add(chunk(request, first, null));
        for (int index = 0; index < calls.calls().size(); index++) {
            Call call = calls.calls().get(index);
            ObjectNode begin = JSON.createObjectNode();
            ObjectNode opened = begin.putArray("tool_calls").addObject().put("index", index);
            opened.put("id", "call_fake" + CALLS.incrementAndGet()).put("type", "function");
            opened.putObject("function").put("name", call.tool()).put("arguments", "");
            events.add(chunk(request, begin, null));
            for (String piece : halves(call.argumentsJson())) {
                ObjectNode more = JSON.createObjectNode();
                more.putArray("tool_calls")
                        .addObject()
                        .put("index", index)
                        .putObject("function")
                        .put("arguments", piece);
                events.add(chunk(request, more, null));
            }
        }
        return ended(events, request, "tool_calls");
    }

    @Override
    public int eventsBeforeCut(Reply.Words words) {
        return 1 + words.pieces().size();
    }

    @Override
    public String error(String type) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("error").put("message", "It broke.").put("type", type).putNull("code");
        return "data: " + root + "\n\n";
    }

    @Override
    public String refusal(Reply.Refusal refusal) {
        ObjectNode root = JSON.createObjectNode();
        String code = refusal.code().isEmpty() ? usualCode(refusal.status()) : refusal.code();
        root.putObject("error")
                .put("message", refusal.message())
                .put("type", refusal.status() < 500 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .put("code", code);
        return root.toString();
    }

    private static String usualCode(int status) {
        return switch (status) {
            case 401 -> "invalid_api_key";
            case 404 -> "model_not_found";
            case 429 -> "rate_limit_exceeded";
            default -> null;
        };
    }

    /// Arguments come in pieces that are no JSON by themselves.
    static List<String> halves(String text) {
        int middle = text.length() / 2;
        return List.of(text.substring(0, middle), text.substring(middle));
    }

    private static List<String> ended(List<String> events, JsonNode request, String reason) {
        events.add(chunk(request, JSON.createObjectNode(), reason));
        if (request.at("/stream_options/include_usage").asBoolean()) {
            ObjectNode usage = frame(request);
            usage.putArray("choices");
            usage.putObject("usage")
                    .put("prompt_tokens", INPUT_TOKENS)
                    .put("completion_tokens", OUTPUT_TOKENS)
                    .put("total_tokens", INPUT_TOKENS + OUTPUT_TOKENS);
            events.add("data: " + usage + "\n\n");
        }
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static String chunk(JsonNode request, ObjectNode delta, String finish) {
        ObjectNode chunk = frame(request);
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", finish);
        chunk.putNull("usage");
        return "data: " + chunk + "\n\n";
    }

    private static ObjectNode frame(JsonNode request) {
        return JSON.createObjectNode()
                .put("id", "chatcmpl-fake")
                .put("object", "chat.completion.chunk")
                .put("created", 1_700_000_000)
                .put("model", request.path("model").asText())
                .put("system_fingerprint", "fp_fake");
    }
}
