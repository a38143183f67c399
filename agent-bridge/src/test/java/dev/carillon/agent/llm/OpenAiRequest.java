package dev.carillon.agent.llm;

import static dev.carillon.agent.llm.FakeProvider.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What OpenAI would find wrong with a request.
final class OpenAiRequest {
    private final JsonNode body;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> open = new HashSet<>();

    OpenAiRequest(JsonNode body) {
        this.body = body;
    }

    List<String> problems() {
        check(body.path("model").isTextual(), "model is missing");
        check(body.path("stream").asBoolean(), "stream is not true");
        check(body.path("messages").size() > 0, "messages are missing");
        int number = 0;
        for (JsonNode message : body.path("messages")) {
            message(message, number++);
        }
        check(open.isEmpty(), "tool_call_ids did not have response messages: " + open);
        body.path("tools").forEach(this::tool);
        check(!body.has("tools") || body.path("tools").size() > 0, "tools is an empty array");
        check(!body.has("tool_choice") || body.has("tools"), "tool_choice without tools");
        return problems;
    }

    private void message(JsonNode message, int number) {
        String role = message.path("role").asText();
        JsonNode content = message.path("content");
        check(role.equals("tool") || open.isEmpty(), "a message between calls and results");
        switch (role) {
            case "system" -> check(number == 0 && isText(content), "a system message not first");
            case "user" -> check(isText(content), "a user message without text");
            case "assistant" -> assistant(message);
            case "tool" -> {
                String id = message.path("tool_call_id").asText();
                check(open.remove(id), "a tool message for the unknown call '" + id + "'");
                check(isText(content), "a tool message without text");
            }
            default -> problems.add("unknown role '" + role + "'");
        }
    }

    private void assistant(JsonNode message) {
        check(
                isText(message.path("content")) || message.path("tool_calls").size() > 0,
                "an assistant message with neither text nor calls");
        for (JsonNode call : message.path("tool_calls")) {
            check(call.path("type").asText().equals("function"), "a call that is no function");
            check(open.add(call.path("id").asText("")), "two calls with the same id");
            check(!call.path("id").asText("").isBlank(), "a call without id");
            check(!call.at("/function/name").asText().isBlank(), "a call without name");
            check(isObject(call.at("/function/arguments").asText()), "arguments are not JSON");
        }
    }

    private void tool(JsonNode tool) {
        check(tool.path("type").asText().equals("function"), "a tool that is no function");
        JsonNode function = tool.path("function");
        check(function.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}"), "a tool's bad name");
        check(isText(function.path("description")), "a tool without description");
        JsonNode schema = function.path("parameters");
        check(schema.path("type").asText().equals("object"), "parameters that are no object");
        check(schema.path("properties").isObject(), "parameters without properties");
        check(!schema.has("oneOf") && !schema.has("anyOf"), "oneOf or anyOf at a schema's root");
    }

    static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank();
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
