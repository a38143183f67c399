package dev.carillon.scheduler.store;

import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CallAnswersTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final CallAnswers answers = application.bean(CallAnswers.class);
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = TestApplication.on(database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @Test
    void aCallIsMadeOncePerKeyAndAnsweredTheSame() {
        String first = answers.once("turn-1/0", START, () -> "made " + calls.incrementAndGet());
        String again = answers.once("turn-1/0", START, () -> "made " + calls.incrementAndGet());
        String other = answers.once("turn-1/1", START, () -> "made " + calls.incrementAndGet());

        assertThat(first).isEqualTo("made 1");
        assertThat(again).isEqualTo("made 1");
        assertThat(other).isEqualTo("made 2");
    }

    /// The call's own writes and its answer are one transaction: a failed call leaves neither.
    @Test
    void aCallThatFailsLeavesNothingAndIsMadeAgain() {
        assertThatThrownBy(() ->
                        answers.once(
                                "key",
                                START,
                                () -> {
                                    application.execute(
                                            "INSERT INTO call_answer VALUES ('x', 'y', 0)");
                                    throw new IllegalStateException("no");
                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(application.number("SELECT COUNT(*) FROM call_answer")).isZero();
        assertThat(answers.once("key", START, () -> "yes")).isEqualTo("yes");
    }

    @Test
    void oldAnswersAreForgotten() {
        answers.once("old", START.minusMillis(1), () -> "1");
        answers.once("new", START, () -> "1");

        answers.deleteBefore(START);

        assertThat(answers.once("old", START, () -> "2")).isEqualTo("2");
        assertThat(answers.once("new", START, () -> "2")).isEqualTo("1");
    }
}
