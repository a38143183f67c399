package dev.carillon.agent.llm;

import static dev.carillon.agent.llm.FakeProvider.Reply.call;
import static dev.carillon.agent.llm.FakeProvider.Reply.cutAfter;
import static dev.carillon.agent.llm.FakeProvider.Reply.endAfter;
import static dev.carillon.agent.llm.FakeProvider.Reply.errorAfter;
import static dev.carillon.agent.llm.FakeProvider.Reply.hang;
import static dev.carillon.agent.llm.FakeProvider.Reply.say;
import static dev.carillon.agent.llm.FakeProvider.Reply.status;
import static dev.carillon.agent.llm.Scene.KEY;
import static dev.carillon.agent.llm.Scene.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Providers that refuse, break off or do not answer at all.
@ParameterizedClass
@EnumSource(ProviderKind.class)
class LlmFailureTest {
    @Parameter ProviderKind kind;

    private final FakeProvider provider = new FakeProvider(KEY, MODEL);

    @AfterEach
    void everyRequestWasInOrder() {
        provider.close();
        assertThat(provider.complaints()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheProviderAsksFor() {
        Scene scene = Scene.with(provider, kind);
        provider.will(status(429, "slow down").with("retry-after", "17"), say("Hello"));

        Answer answer = scene.hears("Hello");

        assertThat(text(answer)).isEqualTo("Hello");
        assertThat(scene.waits).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void waitsLongerFromOneErrorToTheNext() {
        Scene scene = Scene.with(provider, kind);
        provider.will(status(500, "oops"), status(503, "oops"), say("Hello"));

        Answer answer = scene.hears("Hello");

        assertThat(text(answer)).isEqualTo("Hello");
        assertThat(scene.waits).hasSize(2);
        assertThat(scene.waits.get(0)).isBetween(Duration.ofMillis(70), Duration.ofMillis(130));
        assertThat(scene.waits.get(1)).isBetween(Duration.ofMillis(140), Duration.ofMillis(260));
    }

    @Test
    void startsTheAnswerAnewWhenTheConnectionBreaks() {
        Scene scene = Scene.with(provider, kind);
        provider.will(cutAfter("Once upon"), say("Once", " more"));

        Answer answer = scene.hears("Tell me a story");

        assertThat(text(answer)).isEqualTo("Once more");
        assertThat(scene.partials).containsExactly("Once upon", "Once", "Once more");
    }

    /// A proxy that gives up closes the stream in good order, and half an answer looks like a
    /// whole.
    @Test
    void takesNoAnswerForWholeThatMerelyStops() {
        Scene scene = Scene.with(provider, kind);
        provider.will(endAfter("Once upon"), say("Once more"));

        Answer answer = scene.hears("Tell me a story");

        assertThat(text(answer)).isEqualTo("Once more");
    }

    @Test
    void startsTheAnswerAnewWhenTheProviderReportsAnErrorInTheMiddle() {
        Scene scene = Scene.with(provider, kind);
        provider.will(errorAfter("overloaded_error", "Once upon"), say("Once more"));

        Answer answer = scene.hears("Tell me a story");

        assertThat(text(answer)).isEqualTo("Once more");
        assertThat(scene.waits).hasSize(1);
    }

    @Test
    void repeatsOnlyTheCallOfTheModelAndNoTool() {
        Scene scene = Scene.with(provider, kind);
        RecordingTool tool = new RecordingTool();
        provider.will(call("schedule", "{\"in\":\"1h\"}"), status(500, "oops"), say("Made."));

        Answer answer = scene.hears("Remind me", tool);

        assertThat(text(answer)).isEqualTo("Made.");
        assertThat(tool.calls).hasSize(1);
    }

    @Test
    void failsForNowWhenAllAttemptsFail() {
        Scene scene = Scene.with(provider, kind);

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining(MODEL).hasMessageContaining("500");
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void failsForNowWhenNobodyIsThere() {
        URI nobody = provider.baseUrl();
        provider.close();
        Scene scene = new Scene(kind.model(MODEL, KEY, nobody), null);

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining("cannot be reached");
        assertThat(scene.waits).hasSize(2);
    }

    @Test
    void saysThatTheKeyIsWrongWithoutShowingIt() {
        Scene scene = new Scene(kind.model(MODEL, "sk-wrong-987", provider.baseUrl()), null);

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isFalse();
        assertThat(failure).hasMessageContaining(MODEL).hasMessageContaining("api_key");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("Incorrect API key").doesNotContain("sk-wrong-987");
        assertThat(scene.waits).isEmpty();
    }

    @Test
    void saysThatTheModelIsUnknown() {
        Scene scene = new Scene(kind.model("no-such-model", KEY, provider.baseUrl()), null);

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isFalse();
        assertThat(failure).hasMessageContaining("'no-such-model'").hasMessageContaining("name");
    }

    @Test
    void saysThatTheConversationIsTooLong() {
        Scene scene = Scene.with(provider, kind);
        provider.will(
                switch (kind) {
                    case OPENAI, OLLAMA ->
                            status(400, "Your messages resulted in 9000 tokens.")
                                    .coded("context_length_exceeded");
                    case ANTHROPIC -> status(400, "prompt is too long: 210000 tokens > 200000");
                });

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isFalse();
        assertThat(failure).hasMessageContaining("/reset").hasMessageContaining("history_tokens");
    }

    @Test
    void saysThatTheAccountIsEmptyInsteadOfTryingAgain() {
        Scene scene = Scene.with(provider, kind);
        provider.will(
                switch (kind) {
                    case OPENAI, OLLAMA ->
                            status(429, "You exceeded your current quota.")
                                    .coded("insufficient_quota");
                    case ANTHROPIC -> status(400, "Your credit balance is too low.");
                });

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isFalse();
        assertThat(failure).hasMessageContaining("credit");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void givesUpOnAModelThatDoesNotAnswer() {
        Scene scene = Scene.with(provider, kind);
        provider.otherwise(_ -> hang());
        scene.maxRetries = 0;
        scene.clock.goBy(Duration.ofSeconds(70));

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining("took too long");
    }

    @Test
    void givesUpATurnThatTakesTooLong() {
        Scene scene = Scene.with(provider, kind);
        provider.otherwise(_ -> hang());
        scene.clock.goBy(Duration.ofMinutes(4));

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining("600 seconds");
    }

    @Test
    void doesNotWaitBeyondTheEndOfTheTurn() {
        Scene scene = Scene.with(provider, kind);
        provider.will(status(429, "slow down").with("retry-after", "3600"));

        AgentFailure failure = failure(scene);

        assertThat(failure.isPassing()).isTrue();
        assertThat(scene.waits).isEmpty();
    }

    @Test
    void endsSoonWhenItsThreadIsInterrupted() throws InterruptedException {
        Scene scene = Scene.with(provider, kind);
        Thread turn = Thread.currentThread();
        provider.otherwise(_ -> {
            turn.interrupt();
            return hang();
        });

        AgentFailure failure = failure(scene);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure).hasMessageContaining("interrupted");
    }

    @Test
    void letsTheFallbackAnswer() {
        try (FakeProvider other = new FakeProvider(KEY, "other-model")) {
            Scene scene = withFallback(other);
            RecordingTool tool = new RecordingTool();
            provider.will(cutAfter("Let me"), status(500, "oops"), status(500, "oops"));
            other.will(call("schedule", "{\"in\":\"1h\"}"), say("Hello from the other"));

            Answer answer = scene.hears("Hello", tool);

            assertThat(text(answer)).isEqualTo("Hello from the other");
            // It stands in for the rest of the turn: nobody waits for the first model twice.
            assertThat(provider.requests()).hasSize(3);
            assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void doesNotKeepPeopleWaitingWhenThereIsAFallback() {
        try (FakeProvider other = new FakeProvider(KEY, "other-model")) {
            Scene scene = withFallback(other);
            provider.will(status(429, "slow down").with("retry-after", "60"));
            other.will(say("Hello from the other"));

            Answer answer = scene.hears("Hello");

            assertThat(text(answer)).isEqualTo("Hello from the other");
            assertThat(scene.waits).isEmpty();
        }
    }

    @Test
    void leavesAModelAloneThatFailsTooOften() {
        try (FakeProvider other = new FakeProvider(KEY, "other-model")) {
            Scene scene = withFallback(other);
            scene.maxRetries = 0;
            other.otherwise(_ -> say("Hello from the other"));
            for (int i = 0; i < 4; i++) {
                scene.hears("Hello");
            }

            scene.hears("Hello");
            int whileOpen = provider.requests().size();
            scene.clock.advance(Duration.ofSeconds(31));
            provider.will(say("I am back"));
            Answer later = scene.hears("Hello");

            assertThat(whileOpen).isEqualTo(4);
            assertThat(text(later)).isEqualTo("I am back");
        }
    }

    @Test
    void namesBothModelsWhenBothFail() {
        try (FakeProvider other = new FakeProvider("another key", "other-model")) {
            Scene scene = withFallback(other);

            AgentFailure failure = failure(scene);

            assertThat(failure.isPassing()).isTrue();
            assertThat(failure).hasMessageContaining(MODEL).hasMessageContaining("other-model");
        }
    }

    /// A wrong key has to be put right; an answer from the fallback would hide it.
    @Test
    void doesNotHideAMistakeInTheConfigBehindTheFallback() {
        try (FakeProvider other = new FakeProvider(KEY, "other-model")) {
            Scene scene =
                    new Scene(
                            kind.model(MODEL, "sk-wrong-987", provider.baseUrl()),
                            kind.model("other-model", KEY, other.baseUrl()));

            assertThatThrownBy(() -> scene.hears("Hello")).hasMessageContaining("api_key");
            assertThat(other.requests()).isEmpty();
        }
    }

    private Scene withFallback(FakeProvider other) {
        return new Scene(
                kind.model(MODEL, KEY, provider.baseUrl()),
                ProviderKind.OPENAI.model("other-model", KEY, other.baseUrl()));
    }

    private static AgentFailure failure(Scene scene) {
        return catchThrowableOfType(AgentFailure.class, () -> scene.hears("Hello"));
    }

    private static String text(Answer answer) {
        return ((Answer.Say) answer).text();
    }
}
