package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What is shown of an answer that is being written.
@Execution(ExecutionMode.CONCURRENT)
class BeginningTest {
    @Test
    void itSaysThatMoreIsToCome() {
        assertThat(Beginning.of("The answer is\n\n", 100)).isEqualTo("The answer is …");
    }

    @Test
    void codeThatIsOpenIsClosedForTheMoment() {
        assertThat(Beginning.of("Look:\n```js\nlet x", 100))
                .isEqualTo("Look:\n```js\nlet x\n```\n…");
        assertThat(Beginning.of("~~~~\nlet x", 100)).isEqualTo("~~~~\nlet x\n~~~~\n…");
    }

    /// Behind the fence on its line, the sign would keep it from closing.
    @Test
    void codeThatIsClosedStaysClosed() {
        assertThat(Beginning.of("```js\nlet x\n```\n", 100)).isEqualTo("```js\nlet x\n```\n…");
    }

    @Test
    void codeOfWhichNothingIsThereIsNotShownYet() {
        assertThat(Beginning.of("Look:\n\n```js", 100)).isEqualTo("Look: …");
        assertThat(Beginning.of("```", 100)).isEqualTo("…");
    }

    @Test
    void aTextThatHasOutgrownItsMessageStaysAsItIs() {
        String text = "Some words.\n\n```\n" + "code and code\n".repeat(50) + "```\nThe end.";

        List<String> shown =
                IntStream.range(1, text.length())
                        .mapToObj(length -> Beginning.of(text.substring(0, length), 100))
                        .toList();

        assertThat(shown)
                .allSatisfy(each -> {
                    assertThat(each).hasSizeLessThanOrEqualTo(100);
                    assertThat(Fence.openAfter(each, null)).isNull();
                });
        assertThat(shown.subList(100, shown.size())).containsOnly(shown.getLast());
    }
}
