package dev.carillon.agent.lane;

import static dev.carillon.agent.lane.LaneScene.CHAT;
import static dev.carillon.agent.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.Turn;
import dev.carillon.agent.Usage;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.LeaseLost;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TurnTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ScriptedAgent AGENT = new ScriptedAgent();

    private static LaneApplication application;

    @Parameter TestDatabase database;

    private final LaneScene scene = new LaneScene(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = LaneApplication.on(database, AGENT);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
        AGENT.reset();
    }

    @Test
    void whatIsSaidIsAnsweredAndRemembered() {
        scene.say("hello");

        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: hello");
        assertThat(scene.session(LANE)).containsExactly("user: hello", "agent: re: hello");
        assertThat(scene.inbox()).isZero();
    }

    /// Platforms that show an answer growing know it again by its turn.
    @Test
    void anAnswerSaysOfWhichTurnItIs() {
        scene.say("hello");
        scene.task(MINUTE, "look", UnaryOperator.identity());

        scene.workOff();
        application.pass(MINUTE);
        scene.workOff();

        assertThat(AGENT.turns()).hasSize(2);
        assertThat(scene.messages(CHAT))
                .extracting(OutboundMessage::turn)
                .containsExactlyElementsOf(AGENT.turns().stream().map(Turn::id).toList());
    }

    /// The agent must see its own answers between the questions, not after all of them.
    @Test
    void messagesInARowAreAnsweredOneByOne() {
        scene.say("one");
        scene.say("two");
        scene.say("three");

        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: one", "re: two", "re: three");
        assertThat(AGENT.turns().getLast().history())
                .extracting(TranscriptEntry::text)
                .containsExactly("one", "re: one", "two", "re: two");
    }

    @Test
    void aSilentAnswerSaysNothing() {
        AGENT.answers(_ -> new Answer.Silent(Usage.NONE));
        scene.say("just so that you know");
        scene.task(MINUTE, "look", UnaryOperator.identity());

        scene.workOff();
        application.pass(MINUTE);
        scene.workOff();

        assertThat(scene.outgoing()).isEmpty();
        assertThat(scene.session(LANE)).containsExactly("user: just so that you know");
        assertThat(scene.runs()).containsExactly("SUCCEEDED|NONE|silent");
    }

    /// The process stops to renew its lease and another takes the lane; the first wakes up again.
    @Test
    void aTurnWhoseLeaseWasTakenCommitsNothing() {
        scene.say("hello");
        Lease stale = scene.claim().getFirst();
        application.clock().advance(QueueStore.LEASE.plusSeconds(1));
        Lease fresh = scene.claim().getFirst();

        assertThatThrownBy(() -> scene.work(stale)).isInstanceOf(LeaseLost.class);
        assertThat(scene.outgoing()).isEmpty();
        scene.work(fresh);

        assertThat(scene.outgoing()).containsExactly("re: hello");
        assertThat(AGENT.turns()).hasSize(2).extracting(Turn::id).containsOnly(turnId());
        assertThat(scene.session(LANE)).containsExactly("user: hello", "agent: re: hello");
    }

    @Test
    void aLeaseThatWasTakenAndGivenBackIsLostToo() {
        scene.say("hello");
        Lease stale = scene.claim().getFirst();
        application.clock().advance(QueueStore.LEASE.plusSeconds(1));
        scene.workOff();

        assertThatThrownBy(() -> scene.work(stale)).isInstanceOf(LeaseLost.class);

        assertThat(scene.outgoing()).containsExactly("re: hello");
    }

    @Test
    void aRepeatedTurnRepeatsNoToolCall() {
        AGENT.answers(turn -> {
            turn.tools().getFirst().call(create("stretch"));
            turn.tools().getFirst().call(create("drink"));
            return new Answer.Say("done");
        });
        scene.say("remind me twice");
        Lease stale = scene.claim().getFirst();
        application.clock().advance(QueueStore.LEASE.plusSeconds(1));
        Lease fresh = scene.claim().getFirst();

        assertThatThrownBy(() -> scene.work(stale)).isInstanceOf(LeaseLost.class);
        scene.work(fresh);

        assertThat(application.bean(Schedules.class).list(ScheduleFilter.liveIn(LaneScene.CHAT)))
                .extracting(schedule -> schedule.payload().text())
                .containsExactly("stretch", "drink");
    }

    @Test
    void aTaskThatFailsForAPassingReasonIsTriedAgainAsAgreed() {
        AGENT.answers(_ -> {
            throw AgentFailure.passing("The model is busy.", null);
        });
        scene.task(MINUTE, "look", retries(2, Duration.ofSeconds(10)));
        application.pass(MINUTE);

        scene.workOff();
        assertThat(AGENT.turns()).hasSize(1);
        application.pass(Duration.ofSeconds(9));
        scene.workOff();
        assertThat(AGENT.turns()).as("one second early").hasSize(1);
        // Retries are spread by up to a quarter.
        application.pass(Duration.ofSeconds(4));
        scene.workOff();
        assertThat(AGENT.turns()).hasSize(2);
        assertThat(scene.runs()).containsExactly("RUNNING|NONE|");
        application.pass(Duration.ofSeconds(25));
        scene.workOff();

        assertThat(AGENT.turns()).hasSize(3);
        assertThat(scene.runs()).containsExactly("FAILED|PENDING|retries exhausted");
        assertThat(scene.outgoing()).hasSize(1).first().asString().contains("The model is busy.");
        assertThat(application.rows("SELECT consecutive_failures FROM schedule"))
                .containsExactly("1");
        application.pass(Duration.ofHours(1));
        scene.workOff();
        assertThat(AGENT.turns()).hasSize(3);
    }

    /// More retries than a turn may be begun without an end must not look like a process that dies.
    @Test
    void everyRetryThatWasAgreedIsMade() {
        AGENT.answers(turn -> {
            if (AGENT.turns().size() <= 10) {
                throw AgentFailure.passing("The model is busy.", null);
            }
            return ScriptedAgent.echo(turn);
        });
        scene.task(MINUTE, "look", retries(10, Duration.ofSeconds(1)));

        application.pass(MINUTE);
        for (int i = 0; i <= 10; i++) {
            scene.workOff();
            application.pass(Duration.ofSeconds(30));
        }

        assertThat(scene.outgoing()).hasSize(1).first().asString().startsWith("re: look");
        assertThat(scene.runs()).containsExactly("SUCCEEDED|PENDING|");
    }

    @Test
    void peopleAreNotKeptWaitingByATaskThatWaitsForItsNextTry() {
        AGENT.answers(turn -> {
            if (ScriptedAgent.about(turn).equals("look")) {
                throw AgentFailure.passing("The model is busy.", null);
            }
            return ScriptedAgent.echo(turn);
        });
        scene.task(MINUTE, "look", retries(3, Duration.ofMinutes(30)));
        application.pass(MINUTE);
        scene.workOff();

        scene.say("hello");
        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: hello");
        application.pass(Duration.ofMinutes(40));
        scene.workOff();
        assertThat(AGENT.turns()).hasSize(3);
    }

    @Test
    void aLastingFailureIsToldOnce() {
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("The key is wrong.", null);
        });
        scene.task(MINUTE, "look", UnaryOperator.identity());

        application.pass(MINUTE);
        scene.workOff();
        application.pass(Duration.ofHours(1));
        scene.workOff();

        assertThat(AGENT.turns()).hasSize(1);
        assertThat(scene.outgoing()).hasSize(1).first().asString().contains("The key is wrong.");
        assertThat(scene.runs()).containsExactly("FAILED|PENDING|failed");
    }

    @Test
    void peopleAreToldAtOnceWhatFailed() {
        AGENT.answers(_ -> {
            throw AgentFailure.passing("The model is busy.", null);
        });
        scene.say("hello");

        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("The model is busy.");
        assertThat(scene.session(LANE)).containsExactly("user: hello", "agent: The model is busy.");
    }

    @Test
    void aBugInAnAgentEndsOneTurnOnly() {
        AGENT.answers(turn -> {
            if (ScriptedAgent.about(turn).equals("boom")) {
                throw new IllegalStateException("secret detail");
            }
            return ScriptedAgent.echo(turn);
        });
        scene.say("boom");
        scene.say("hello");

        scene.workOff();

        assertThat(scene.outgoing()).hasSize(2).last().isEqualTo("re: hello");
        assertThat(scene.outgoing().getFirst())
                .contains("inside Carillon")
                .doesNotContain("secret detail");
    }

    /// It takes the process down with it each time.
    @Test
    void aTurnThatNeverEndsIsGivenUp() {
        scene.say("the deadly one");
        for (int i = 0; i < 5; i++) {
            assertThat(scene.claim()).hasSize(1);
            application.run(() -> application.bean(Inbox.class).countAttempt(oldest()));
            application.clock().advance(QueueStore.LEASE.plusSeconds(1));
        }

        scene.workOff();

        assertThat(AGENT.turns()).isEmpty();
        assertThat(scene.outgoing()).hasSize(1).first().asString().contains("5 times");
    }

    @Test
    void anUnchangedAnswerIsNotToldAgain() {
        AGENT.says("all is well");
        scene.taskEvery(MINUTE, "look", policies -> policies.withNotify(Policies.Notify.ON_CHANGE));

        fireAndWork(2);
        AGENT.says("fire!");
        fireAndWork(2);

        assertThat(scene.outgoing()).hasSize(2);
        assertThat(scene.outgoing().getFirst()).startsWith("all is well");
        assertThat(scene.outgoing().getLast()).startsWith("fire!");
        assertThat(scene.runs())
                .containsExactly(
                        "SUCCEEDED|PENDING|",
                        "SUCCEEDED|NONE|unchanged",
                        "SUCCEEDED|PENDING|",
                        "SUCCEEDED|NONE|unchanged");
    }

    @Test
    void whoWantsToHearOfFailuresOnlyHearsOfThem() {
        scene.taskEvery(
                MINUTE, "look", policies -> policies.withNotify(Policies.Notify.ON_FAILURE));

        fireAndWork(1);
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("The key is wrong.", null);
        });
        fireAndWork(1);

        assertThat(scene.outgoing()).hasSize(1).first().asString().contains("The key is wrong.");
    }

    @Test
    void eachRunInAFreshSessionRemembersNothingAndItsAnswerEntersTheChat() {
        scene.say("hello");
        scene.workOff();
        scene.taskEvery(MINUTE, "look", session(Policies.Session.Kind.FRESH, false));

        fireAndWork(2);

        assertThat(AGENT.turns().subList(1, 3))
                .allSatisfy(turn -> assertThat(turn.history()).isEmpty())
                .extracting(turn -> turn.lane().key())
                .doesNotHaveDuplicates()
                .doesNotContain(LANE.key());
        assertThat(scene.session(LANE))
                .containsExactly(
                        "user: hello",
                        "agent: re: hello",
                        "user: look",
                        "agent: re: look",
                        "user: look",
                        "agent: re: look");
    }

    @Test
    void aSessionOfTheSchedulesOwnGoesOnFromRunToRun() {
        scene.say("hello");
        scene.workOff();
        Schedule schedule =
                scene.taskEvery(MINUTE, "look", session(Policies.Session.Kind.REUSE, true));

        fireAndWork(2);

        Turn second = AGENT.turns().getLast();
        assertThat(second.lane())
                .isEqualTo(new Lane(LaneScene.CHAT, LaneScene.AGENT, schedule.id().value()));
        assertThat(second.history())
                .extracting(TranscriptEntry::text)
                .containsExactly("look", "re: look");
        assertThat(scene.session(LANE)).hasSize(6).last().isEqualTo("agent: re: look");
    }

    @Test
    void aTaskBesideTheChatDoesNotKeepTheChatWaiting() {
        scene.task(MINUTE, "look", session(Policies.Session.Kind.FRESH, false));
        application.pass(MINUTE);
        Lease beside = scene.claim().getFirst();

        scene.say("hello");
        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: hello");
        scene.work(beside);
        assertThat(scene.outgoing()).hasSize(2);
    }

    @Test
    void anAnswerTellsItsDeliveryWhenItWasDueAndExpected() {
        scene.task(MINUTE, "look", UnaryOperator.identity());

        application.pass(MINUTE.plusHours(2));
        scene.workOff();

        OutboundMessage.Tag tag = scene.messages(LaneScene.CHAT).getFirst().tag();
        assertThat(tag).isNotNull();
        assertThat(tag.due()).isNotNull();
        assertThat(tag.due().words()).contains("13:01");
        assertThat(Instant.ofEpochMilli(tag.due().expectedAt()))
                .isEqualTo(application.clock().instant().minus(Duration.ofHours(2)));
    }

    private void fireAndWork(int times) {
        for (int i = 0; i < times; i++) {
            application.pass(MINUTE);
            scene.workOff();
        }
    }

    private InboxItem oldest() {
        return application
                .bean(Inbox.class)
                .oldest(new Lease(LANE.key(), LaneScene.LANES, 0))
                .orElseThrow();
    }

    private String turnId() {
        return AGENT.turns().getFirst().id();
    }

    private static String create(String text) {
        return "{\"action\":\"create\",\"in\":\"1h\",\"message\":\"" + text + "\"}";
    }

    private static UnaryOperator<Policies> retries(int most, Duration delay) {
        return policies ->
                policies.withRetry(new Policies.Retry(most, delay, delay.multipliedBy(4)));
    }

    private static UnaryOperator<Policies> session(
            Policies.Session.Kind kind, boolean includeHistory) {
        return policies -> policies.withSession(new Policies.Session(kind, includeHistory));
    }
}
