package dev.carillon.agent.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What Anthropic would find wrong with a request; stricter than they are about roles, which they
/// used to want in turns and now merge.
final class AnthropicRequest {
    private final Headers headers;
    private final JsonNode body;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private boolean callsWereMade;

    AnthropicRequest(Headers headers, JsonNode body) {
        this.headers = headers;
        this.body = body;
    }

    List<String> problems() {
        check(
                headers.getFirst("anthropic-version") != null,
                "anthropic-version: header is required");
        check(body.path("model").isTextual(), "model: Field required");
        check(body.path("max_tokens").asInt() > 0, "max_tokens: Field required");
        check(body.path("stream").asBoolean(), "stream is not true");
        check(body.path("messages").size() > 0, "messages: at least one message is required");
        body.path("system").forEach(block -> check(isText(block), "system: empty text"));
        String expected = "user";
        for (JsonNode message : body.path("messages")) {
            String role = message.path("role").asText();
            check(role.equals(expected), "messages: roles must alternate, starting with user");
            expected = role.equals("user") ? "assistant" : "user";
            message(role, message.path("content"));
        }
        check(open.isEmpty(), "tool_use ids were found without tool_result: " + open);
        check(!callsWereMade || body.path("tools").size() > 0, "tools: Field required");
        body.path("tools").forEach(this::tool);
        return problems;
    }

    private void message(String role, JsonNode content) {
        check(content.size() > 0, "messages: content is empty");
        boolean resultsOver = false;
        for (JsonNode block : content) {
            switch (block.path("type").asText()) {
                case "text" -> {
                    resultsOver = true;
                    check(isText(block), "messages: text content blocks must be non-empty");
                    check(role.equals("assistant") || open.isEmpty(), "text before tool_results");
                }
                case "tool_use" -> {
                    callsWereMade = true;
                    check(role.equals("assistant"), "tool_use of a user");
                    check(block.path("input").isObject(), "tool_use.input: not a dictionary");
                    check(open.add(block.path("id").asText()), "tool_use ids must be unique");
                    check(
                            block.path("id").asText().matches("[a-zA-Z0-9_-]+"),
                            "tool_use.id: String should match pattern");
                }
                case "tool_result" -> {
                    check(role.equals("user") && !resultsOver, "tool_result in a wrong place");
                    String id = block.path("tool_use_id").asText();
                    check(open.remove(id), "unexpected tool_use_id '" + id + "'");
                }
                default -> problems.add("unknown block " + block);
            }
        }
        check(role.equals("assistant") || open.isEmpty(), "tool_use without tool_result: " + open);
    }

    private void tool(JsonNode tool) {
        check(tool.path("name").asText().matches("[a-zA-Z0-9_-]{1,128}"), "tools: bad name");
        JsonNode schema = tool.path("input_schema");
        check(schema.path("type").asText().equals("object"), "input_schema.type: Field required");
        check(!schema.has("oneOf") && !schema.has("anyOf"), "input_schema: oneOf at the top level");
    }

    private static boolean isText(JsonNode block) {
        return !block.path("text").asText().isBlank();
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
