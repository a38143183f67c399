package dev.carillon.agent.llm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.Card;
import dev.carillon.agent.tool.Tool;
import dev.carillon.agent.tool.Tool.ToolAnswer;
import dev.carillon.scheduler.ScheduleId;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tools of one turn. Whatever is wrong with a call is told to the model, which tries again.
final class ToolBench {
    private static final int SAME_CALLS = 3;

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final List<ToolSpecification> specifications;
    private final Map<ScheduleId, Card> cards = new LinkedHashMap<>();
    private final int longestAnswer;
    private @Nullable ToolCall lastCall;
    private int timesInARow;
    private boolean endsSilently;

    /// @param longestAnswer in tokens; the middle of a longer one is left out
    ToolBench(List<Tool> tools, int longestAnswer) {
        tools.forEach(tool -> this.tools.put(tool.name(), tool));
        this.specifications = ToolSpecifications.of(tools);
        this.longestAnswer = longestAnswer;
    }

    List<ToolSpecification> specifications() {
        return specifications;
    }

    boolean has(String name) {
        return tools.containsKey(name);
    }

    /// Whether one of the calls has ended the turn without a word.
    boolean endsSilently() {
        return endsSilently;
    }

    /// The schedules that were made or changed, each in its last state.
    List<Card> cards() {
        return new ArrayList<>(cards.values());
    }

    ToolExecutionResultMessage call(ToolCall call) {
        ToolAnswer answer = answer(call);
        endsSilently |= answer.endsSilently();
        answer.cards()
                .forEach(card -> {
                    // Removed first, so that what changed last is shown last.
                    cards.remove(card.schedule());
                    cards.put(card.schedule(), card);
                });
        String json = answer.json().isBlank() ? "{}" : answer.json();
        return ToolExecutionResultMessage.builder()
                .id(call.request().id())
                .toolName(call.name())
                .text(Tokens.shortened(json, longestAnswer))
                .isError(answer.isError())
                .build();
    }

    private ToolAnswer answer(ToolCall call) {
        boolean tooOften = isTooOften(call);
        Tool tool = tools.get(call.name());
        if (tool == null) {
            return unknown(call);
        }
        if (tooOften) {
            return error(
                    "limit_reached",
                    "You have called '%s' with the same arguments %d times in a row; the call was not made again and its result will not change. Stop, and answer with what you know."
                            .formatted(call.name(), timesInARow));
        }
        return tool.call(call.written());
    }

    private boolean isTooOften(ToolCall call) {
        timesInARow = call.isLike(lastCall) ? timesInARow + 1 : 1;
        lastCall = call;
        return timesInARow >= SAME_CALLS;
    }

    private ToolAnswer unknown(ToolCall call) {
        String message = "There is no tool '" + call.name() + "'. Use one of 'tools', or none.";
        return error("not_found", message);
    }

    /// Each error lists the tools: whatever went wrong, these are there.
    private ToolAnswer error(String code, String message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode error = root.putObject("error").put("code", code).put("message", message);
        tools.keySet().forEach(error.putArray("tools")::add);
        return new ToolAnswer(root.toString(), true, List.of());
    }
}
