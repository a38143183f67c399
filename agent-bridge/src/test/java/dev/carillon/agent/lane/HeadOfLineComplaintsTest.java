package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Turn;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Policies.Session;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: one long job, and everything else waits.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HeadOfLineComplaintsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Destination BUSY = LaneScene.chat("busy");
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

    /// openclaw #119083, #132952: a job of 9 h 40 min held everything. hermes #27485: a job of
    /// every five minutes had a gap of 68 minutes. agno PR #10199: the long job was begun a second
    /// time.
    @Test
    void aJobOfNineHoursAndFortyMinutesHoldsUpNothingAndRunsOnce() {
        application.guardRails().unreadLimit(0);
        scene.say(BUSY, "think for nine hours and forty minutes");
        Lease busy = scene.claim().getFirst();
        scene.taskEvery(FIVE_MINUTES, "look", UnaryOperator.identity());
        scene.remind(BUSY, Duration.ofHours(3), "stretch");

        for (int step = 0; step < 116; step++) {
            application.clock().advance(FIVE_MINUTES);
            application
                    .bean(QueueStore.class)
                    .renewAll(List.of(busy), application.clock().instant());
            application.pass(Duration.ZERO);
            scene.workOff();
        }
        scene.work(busy);

        assertThat(AGENT.turns()).hasSize(117);
        assertThat(scene.outgoing()).hasSize(116);
        assertThat(scene.outgoing(BUSY))
                .containsExactly("stretch", "re: think for nine hours and forty minutes");
        assertThat(application.rows("SELECT DISTINCT status, fired_at - due_at FROM run"))
                .containsExactly("SUCCEEDED|0");
    }

    /// openclaw #43008: a job that was run by hand waited for the turn that had started it, which
    /// waited for the job. hermes #52705: the chat was blocked as long as the job ran.
    @ParameterizedTest
    @EnumSource(Session.Kind.class)
    void whoRunsAJobByHandHasAnAnswerAtOnceAndTheJobRunsAfterwards(Session.Kind kind) {
        scene.taskEvery(HOUR, "look", policies -> policies.withSession(new Session(kind, false)));
        AGENT.answers(turn ->
                ScriptedAgent.about(turn).equals("look") ? new Answer.Say("looked") : runNow(turn));

        scene.say("run it now");
        scene.work(scene.claim().getFirst());
        assertThat(scene.outgoing()).containsExactly("started");
        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("started", "looked");
        assertThat(scene.runs()).containsExactly("SUCCEEDED|PENDING|");
    }

    /// hermes #52705: while the job that was run by hand is at work beside the chat, people talk.
    @Test
    void whileAJobThatWasRunByHandIsAtWorkPeopleAreAnswered() {
        scene.taskEvery(
                HOUR,
                "look",
                policies -> policies.withSession(new Session(Session.Kind.FRESH, false)));
        AGENT.answers(turn ->
                ScriptedAgent.about(turn).equals("run it now")
                        ? runNow(turn)
                        : ScriptedAgent.echo(turn));
        scene.say("run it now");
        scene.work(scene.claim().getFirst());
        Lease job = scene.claim().getFirst();

        scene.say("are you there?");
        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("started", "re: are you there?");
        scene.work(job);
        assertThat(scene.outgoing()).last().isEqualTo("re: look");
    }

    /// openclaw #52682, #87174; hermes #9086: one broken job, and no other runs any more.
    @Test
    void anAgentThatBreaksInTheWorstWayStopsNoOtherChat() {
        AGENT.answers(turn -> {
            if (ScriptedAgent.about(turn).equals("break")) {
                throw new StackOverflowError("not even an exception");
            }
            return ScriptedAgent.echo(turn);
        });
        try (LaneApplication own = LaneApplication.on(database, AGENT)) {
            LaneScene chats = new LaneScene(own);
            own.bean(LaneWorkers.class).start();
            for (int i = 0; i < 10; i++) {
                chats.say(LaneScene.chat("broken " + i), "break");
            }
            chats.say("hello");
            own.bean(WorkSignals.class).signal(LaneScene.LANES);

            Eventually.until(() -> !chats.outgoing().isEmpty());

            assertThat(chats.outgoing()).containsExactly("re: hello");
        }
    }

    private static Answer runNow(Turn turn) {
        String answer = turn.tools().getFirst().call("{\"action\":\"run\",\"id\":1}").json();
        assertThat(answer).contains("run_id");
        return new Answer.Say("started");
    }
}
