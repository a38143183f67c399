package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Good morning",
                "[scheduled message, schedule 1, 09:00] Good morning",
                "<think>\nIt is nine.\n</think>\n\nGood morning",
                "<think></think>[scheduled message] Good morning"
            })
    void leavesTheAnswerProper(String text) {
        assertThat(Echoes.removed(text)).isEqualTo("Good morning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<think>It is", "[scheduled message, sched"})
    void leavesNothingOfAnAnswerThatHasNotBegun(String text) {
        assertThat(Echoes.removed(text)).isEmpty();
    }

    @Test
    void touchesNothingInTheMiddle() {
        String text = "I wrote [scheduled message] and <think> to show you.";

        assertThat(Echoes.removed(text)).isEqualTo(text);
    }
}
