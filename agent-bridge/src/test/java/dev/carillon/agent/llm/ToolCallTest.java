package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What models write instead of arguments.
class ToolCallTest {
    @Test
    void takesNoArgumentsForAnEmptyObject() {
        ToolCall call = call("");

        assertThat(call.arguments()).isEqualTo("{}");
        assertThat(call.problem()).isNull();
    }

    @Test
    void unwrapsAnObjectWrittenAsAString() {
        ToolCall call = call("\"{\\\"in\\\": \\\"2h\\\"}\"");

        assertThat(call.arguments()).isEqualTo("{\"in\":\"2h\"}");
        assertThat(call.problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "2h", "null", "{\"in\":\"2h\"", "{} {}", "\"2h\""})
    void saysWhatIsWrongWithAnythingElse(String written) {
        ToolCall call = call(written);

        assertThat(call.problem()).isNotBlank();
        // Anthropic refuses a conversation in which a call's arguments are not an object.
        assertThat(call.arguments()).isEqualTo("{}");
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
