package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.tool.ToolCalls;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What models write instead of arguments.
class ToolCallTest {
    @Test
    void takesNoArgumentsForAnEmptyObject() {
        ToolCall call = call("");

        assertThat(call.written()).isEqualTo("{}");
        assertThat(call.request().arguments()).isEqualTo("{}");
    }

    @Test
    void everyOddCallReachesTheToolAsItWasWritten() {
        for (ToolCalls.Row row : ToolCalls.all()) {
            RecordingTool tool = new RecordingTool();

            new ToolBench(List.of(tool), 1000).call(call(row.call()));

            assertThat(tool.calls).containsExactly(row.call().isBlank() ? "{}" : row.call());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"{\\\"in\\\": \\\"2h\\\"}\"",
                "```json\n{\"in\": \"2h\"}\n```",
                "<tool_call>{\"in\": \"2h\"}</tool_call>",
                "{'in': '2h',}",
                "[{in: \"2h\"}]"
            })
    void goesBackToTheModelAsTheObjectThatItMeant(String written) {
        assertThat(call(written).request().arguments()).isEqualTo("{\"in\":\"2h\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "2h",
                "null",
                "{\"in\":\"2h\"",
                "{} {}",
                "\"2h\"",
                "{\"in\":\"2h\",\"in\":\"3h\"}"
            })
    void goesBackToTheModelAsAnObjectWhateverItWas(String written) {
        // Anthropic refuses a conversation in which a call's arguments are not an object.
        assertThat(call(written).request().arguments()).isEqualTo("{}");
    }

    @Test
    void twoCallsThatAreNotUnderstoodAreAlikeOnlyIfTheyReadTheSame() {
        assertThat(call("{} {}").isLike(call("{} {}"))).isTrue();
        assertThat(call("{} {}").isLike(call("2h"))).isFalse();
        assertThat(call("{\"in\": \"2h\"}").isLike(call("{\"in\":\"2h\"}"))).isTrue();
    }

    @Test
    void givesACallAnIdThatHasNone() {
        ToolCall call = ToolCall.of(ToolExecutionRequest.builder().name("schedule").build(), 4);

        assertThat(call.request().id()).isEqualTo("call_4");
    }

    private static ToolCall call(String arguments) {
        return ToolCall.of(
                ToolExecutionRequest.builder()
                        .id("call_1")
                        .name("schedule")
                        .arguments(arguments)
                        .build(),
                0);
    }
}
