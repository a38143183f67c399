package dev.carillon.agent.llm;

import dev.carillon.agent.Usage;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One answer of a model: words, calls of tools, or both.
///
/// @param end why it ended there
record Reply(String text, List<ToolExecutionRequest> calls, Usage usage, End end) {
    /// Why an answer ended.
    enum End {
        COMPLETE,
        TOO_LONG,
        WITHHELD
    }

    static Reply of(ChatResponse response) {
        @Nullable String text = response.aiMessage().text();
        return new Reply(
                text == null ? "" : text,
                response.aiMessage().toolExecutionRequests(),
                usage(response.tokenUsage()),
                end(response.finishReason()));
    }

    Reply with(Usage other) {
        return new Reply(text, calls, other, end);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    private static End end(@Nullable FinishReason reason) {
        if (reason == FinishReason.LENGTH) {
            return End.TOO_LONG;
        }
        return reason == FinishReason.CONTENT_FILTER ? End.WITHHELD : End.COMPLETE;
    }

    private static Usage usage(@Nullable TokenUsage usage) {
        if (usage == null) {
            return Usage.NONE;
        }
        long input = orZero(usage.inputTokenCount());
        // Anthropic does not count what went through its cache as input; people pay for it all the
        // same.
        if (usage instanceof AnthropicTokenUsage cached) {
            input += orZero(cached.cacheReadInputTokens());
            input += orZero(cached.cacheCreationInputTokens());
        }
        return new Usage(input, orZero(usage.outputTokenCount()));
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
