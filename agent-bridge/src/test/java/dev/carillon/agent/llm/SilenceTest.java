package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Silence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            strings = {
                "HEARTBEAT_OK HEARTBEAT_OK",
                "HEARTBEAT_OK\n\nNO_REPLY",
                "<final>NO_REPLY</final>",
                "<final>\n**HEARTBEAT_OK**\n</final>"
            })
    void isAlsoSeveralMarksAndMarksInTags(String text) {
        assertThat(Silence.is(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    All fine. HEARTBEAT_OK              | All fine.
                    All fine. **HEARTBEAT_OK**.         | All fine.
                    HEARTBEAT_OK⏎⏎The disk is full      | The disk is full
                    [SILENT] nothing changed            | nothing changed
                    HEARTBEAT_OK - nothing new today    | nothing new today
                    HEARTBEAT_OK: nothing new today     | nothing new today
                    heartbeat_ok, all quiet             | all quiet
                    The build is red.⏎⏎NO_REPLY         | The build is red.
                    The build is red⏎NO_REPLY NO_REPLY  | The build is red
                    <final>Red again. NO_REPLY</final>  | Red again.
                    Red again. [SILENT]                 | Red again.
                    SILENT⏎The disk is full             | The disk is full
                    """)
    void isTakenOffTheBeginningAndTheEnd(String text, String spoken) {
        assertThat(Silence.spoken(text.replace('⏎', '\n'))).isEqualTo(spoken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I answer NO_REPLY when there is nothing",
                "HEARTBEAT_OK is what the agent says",
                "Then it says NO_REPLY",
                "Silent night, at eight.",
                "It has been silent",
                "`NO_REPLY` means that nothing is to be said."
            })
    void isAWordWithinASentence(String text) {
        assertThat(Silence.spoken(text)).isEqualTo(text);
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
