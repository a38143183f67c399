package dev.carillon.agent.lane;

import static dev.carillon.agent.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.MortalDriver;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The process is killed at every step of a turn: between any two statements, and at each commit.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TurnCrashTest {
    private static final ScriptedAgent AGENT = new ScriptedAgent();

    private static LaneApplication application;

    @Parameter TestDatabase database;

    private final LaneScene scene = new LaneScene(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = LaneApplication.on(MortalDriver.mortal(database.create()), AGENT);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @AfterEach
    void revive() {
        MortalDriver.revive();
    }

    /// Two messages, the first of which makes a schedule, and a task.
    @Test
    void nothingIsLostAndNothingIsDoneTwice() {
        AGENT.answers(TurnCrashTest::answer);
        int steps = stepsOfAll();
        assertThat(steps).isGreaterThan(30);

        for (boolean done : new boolean[] {false, true}) {
            for (int step = 1; step <= steps; step++) {
                prepare();

                dieAt(step, done);
                finish();

                assertEverythingOnce("step " + step + (done ? " done" : ""));
            }
        }
    }

    private void assertEverythingOnce(String when) {
        assertThat(scene.outgoing())
                .as("sent, killed at %s", when)
                .hasSize(3)
                .anyMatch("re: remind me"::equals)
                .anyMatch("re: hello"::equals)
                .anyMatch(text -> text.startsWith("re: look"));
        assertThat(scene.session(LANE))
                .as("remembered, killed at %s", when)
                .containsExactlyInAnyOrder(
                        "user: remind me",
                        "agent: re: remind me",
                        "user: hello",
                        "agent: re: hello",
                        "user: look",
                        "agent: re: look");
        assertThat(scene.runs())
                .as("runs, killed at %s", when)
                .containsExactly("SUCCEEDED|PENDING|");
        assertThat(application.bean(Schedules.class).list(ScheduleFilter.liveIn(LaneScene.CHAT)))
                .as("schedules, killed at %s", when)
                .hasSize(1);
    }

    private static Answer answer(Turn turn) {
        if (turn.stimulus() instanceof Stimulus.Said said && said.text().equals("remind me")) {
            turn.tools()
                    .getFirst()
                    .call("{\"action\":\"create\",\"in\":\"7d\",\"message\":\"stretch\"}");
        }
        return ScriptedAgent.echo(turn);
    }

    private void prepare() {
        application.reset();
        AGENT.turns().clear();
        scene.say("remind me");
        scene.say("hello");
        scene.task(Duration.ofSeconds(1), "look", UnaryOperator.identity());
        application.pass(Duration.ofSeconds(1));
    }

    private int stepsOfAll() {
        prepare();
        MortalDriver.dieAt(Integer.MAX_VALUE, false);
        scene.workOff();
        int steps = MortalDriver.revive();
        assertEverythingOnce("no step");
        return steps;
    }

    private void dieAt(int step, boolean done) {
        MortalDriver.dieAt(step, done);
        try {
            scene.workOff();
        } catch (RuntimeException _) {
            // The process is dead from here on.
        } finally {
            MortalDriver.revive();
        }
    }

    /// A new process, after the leases of the dead one ran out.
    private void finish() {
        Eventually.until(() -> {
            application.clock().advance(QueueStore.LEASE.plusSeconds(1));
            scene.workOff();
            return scene.inbox() == 0;
        });
    }
}
