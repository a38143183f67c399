package dev.carillon.agent.llm;

import dev.carillon.agent.tool.CallText;
import dev.carillon.scheduler.ScheduleRefused;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import org.jspecify.annotations.Nullable;

/// A model's wish to call a tool.
///
/// @param written the arguments as the model wrote them, JSON or not. The tool reads these: only
///   there can it be seen that something was said twice
/// @param request the call as it goes back to the model in later requests: it has an id, and its
///   arguments are an object, because Anthropic refuses a conversation with anything else in it
record ToolCall(ToolExecutionRequest request, String written) {
    private static final String NOTHING = "{}";

    /// @param number how many calls came before in this turn, for models that give their calls no
    ///   id
    static ToolCall of(ToolExecutionRequest wish, int number) {
        String written = isBlank(wish.arguments()) ? NOTHING : wish.arguments();
        ToolExecutionRequest request =
                ToolExecutionRequest.builder()
                        .id(isBlank(wish.id()) ? "call_" + number : wish.id())
                        .name(isBlank(wish.name()) ? "unnamed" : wish.name())
                        .arguments(object(written))
                        .build();
        return new ToolCall(request, written);
    }

    String name() {
        return request.name();
    }

    /// Whether another call asks for the very same, however it is spaced.
    boolean isLike(@Nullable ToolCall other) {
        return other != null
                && name().equals(other.name())
                && request.arguments().equals(other.request.arguments())
                && (isUnderstood() || written.equals(other.written));
    }

    private boolean isUnderstood() {
        return !request.arguments().equals(NOTHING) || written.equals(NOTHING);
    }

    private static String object(String written) {
        try {
            return CallText.read(written).toString();
        } catch (ScheduleRefused _) {
            return NOTHING;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
