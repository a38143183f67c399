package dev.carillon.agent.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import org.jspecify.annotations.Nullable;

/// A model's wish to call a tool, with arguments that are a JSON object or a word on what is wrong
/// with them.
///
/// @param problem what is wrong with the arguments; absent when nothing is
/// @param request the call as it goes back to the model in later requests: it has an id, and its
///   arguments are an object, because Anthropic refuses a conversation with anything else in it
record ToolCall(ToolExecutionRequest request, @Nullable String problem) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// @param number how many calls came before in this turn, for models that give their calls no
    ///   id
    static ToolCall of(ToolExecutionRequest wish, int number) {
        String written = wish.arguments() == null ? "" : wish.arguments();
        ToolExecutionRequest.Builder request =
                ToolExecutionRequest.builder()
                        .id(isBlank(wish.id()) ? "call_" + number : wish.id())
                        .name(isBlank(wish.name()) ? "unnamed" : wish.name());
        if (written.isBlank()) {
            return new ToolCall(request.arguments("{}").build(), null);
        }
        try {
            JsonNode read = unwrapped(JSON.readTree(written));
            return read.isObject()
                    ? new ToolCall(request.arguments(read.toString()).build(), null)
                    : new ToolCall(
                            request.arguments("{}").build(),
                            "the arguments must be a JSON object, not " + read.getNodeType());
        } catch (JsonProcessingException e) {
            return new ToolCall(
                    request.arguments("{}").build(),
                    "the arguments are not valid JSON: " + e.getOriginalMessage());
        }
    }

    String name() {
        return request.name();
    }

    String arguments() {
        return request.arguments();
    }

    /// Some models write the object as a JSON string.
    private static JsonNode unwrapped(JsonNode read) throws JsonProcessingException {
        return read.isTextual() ? JSON.readTree(read.asText()) : read;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
