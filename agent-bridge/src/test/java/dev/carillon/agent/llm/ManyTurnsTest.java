package dev.carillon.agent.llm;

import static dev.carillon.agent.llm.FakeProvider.Reply.hang;
import static dev.carillon.agent.llm.FakeProvider.Reply.say;
import static dev.carillon.agent.llm.Scene.KEY;
import static dev.carillon.agent.llm.Scene.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Progress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManyTurnsTest {
    /// Streams read on a bounded pool of platform threads starve each other: with LangChain4j's own
    /// client the first word comes seconds late.
    @Test
    void threeHundredSlowAnswersDoNotDelayAQuickOne() throws Exception {
        int slow = 300;
        CountDownLatch waiting = new CountDownLatch(slow);
        try (FakeProvider provider = new FakeProvider(KEY, MODEL);
                ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor()) {
            provider.otherwise(request -> {
                if (request.dialogue().getLast().equals("user: quick")) {
                    return say("Here.");
                }
                waiting.countDown();
                return hang();
            });
            LlmAgent agent = agent(provider, ProviderKind.OPENAI);
            for (int i = 0; i < slow; i++) {
                turns.execute(() -> agent.respond(Scene.said("slow"), Progress.NONE));
            }
            assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();

            Future<Answer> quick =
                    turns.submit(() -> agent.respond(Scene.said("quick"), Progress.NONE));

            assertThat(quick.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Say.class);
            turns.shutdownNow();
            assertThat(turns.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anInterruptedTurnIsAPassingFailure() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (FakeProvider provider = new FakeProvider(KEY, MODEL);
                ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor()) {
            provider.otherwise(_ -> {
                asked.countDown();
                return hang();
            });
            LlmAgent agent = agent(provider, ProviderKind.ANTHROPIC);
            Future<Boolean> turn = turns.submit(() -> failsForNow(agent));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            turns.shutdownNow();

            assertThat(turn.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// The turns share the clock, so it stands still.
    private static LlmAgent agent(FakeProvider provider, ProviderKind kind) {
        Scene scene = Scene.with(provider, kind);
        scene.clock.goBy(Duration.ZERO);
        return scene.agent();
    }

    private static boolean failsForNow(LlmAgent agent) {
        try {
            agent.respond(Scene.said("Hello"), Progress.NONE);
            return false;
        } catch (AgentFailure failure) {
            return failure.isPassing() && Thread.currentThread().isInterrupted();
        }
    }
}
