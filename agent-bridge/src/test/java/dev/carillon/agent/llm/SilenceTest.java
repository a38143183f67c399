package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Silence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {
    @ParameterizedTest
    @ValueSource(strings = {"NO_REPLY", "[SILENT]", "HEARTBEAT_OK", "**NO_REPLY**.", " no_reply\n"})
    void isAMarkAlone(String text) {
        assertThat(Silence.is(text)).isTrue();
        assertThat(Silence.mayBecome(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "NO_REPLY is what I would say", "No reply from Bob yet.", "Silently"})
    void isNothingElse(String text) {
        assertThat(Silence.is(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NO", "**NO_RE", "[SI", "HEART"})
    void mayBecomeOneWhileItIsComing(String text) {
        assertThat(Silence.mayBecome(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nothing", "Hello", "NO_REPLY but"})
    void mayNotBecomeOneAnyMore(String text) {
        assertThat(Silence.mayBecome(text)).isFalse();
    }
}
