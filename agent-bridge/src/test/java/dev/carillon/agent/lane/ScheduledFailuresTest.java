package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a chat hears of work that fails again and again.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScheduledFailuresTest {
    private static final Duration HOUR = Duration.ofHours(1);
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

    /// hermes #88055: eight identical failure posts overnight.
    @Test
    void anHourlyJobThatFailsAllNightIsToldOfThreeTimesNotTen() {
        Schedule hourly = scene.taskEvery(HOUR, "look at the build", UnaryOperator.identity());
        fails();

        run(12);

        assertThat(scene.outgoing()).hasSize(3);
        assertThat(scene.outgoing().get(0)).contains("look at the build", "no network");
        assertThat(scene.outgoing().get(1)).contains("failed 3 times in a row");
        assertThat(scene.outgoing().get(2)).contains("10. failure in a row", "paused");
        assertThat(found(hourly).state().status()).isEqualTo(Schedule.Status.PAUSED);
        assertThat(found(hourly).state().consecutiveFailures()).isEqualTo(10);
        assertThat(scene.runs())
                .hasSize(10)
                .allSatisfy(run -> assertThat(run).startsWith("FAILED"));
    }

    @Test
    void aRecoveryFromMoreThanTwoFailuresIsSaidOnce() {
        Schedule hourly = scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        fails();
        run(4);
        int before = scene.outgoing().size();

        AGENT.says("all green");
        run(2);

        assertThat(scene.outgoing().subList(before, scene.outgoing().size()))
                .containsExactly(
                        "#1 works again, after 4 failures in a row.", "all green", "all green");
        assertThat(found(hourly).state().consecutiveFailures()).isZero();
    }

    @Test
    void aFailureOrTwoAreNotFollowedByANoteOfRecovery() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        fails();
        run(2);

        AGENT.says("all green");
        run(1);

        assertThat(scene.outgoing()).hasSize(2);
        assertThat(scene.outgoing().getLast()).isEqualTo("all green");
    }

    /// However quiet a schedule is to be, that it does not work is never kept quiet.
    @ParameterizedTest
    @EnumSource(Policies.Notify.class)
    void aFailureIsToldWhateverIsToldOfResults(Policies.Notify mode) {
        scene.taskEvery(HOUR, "look", policies -> policies.withNotify(mode));
        fails();

        run(1);

        assertThat(scene.outgoing()).hasSize(1);
        assertThat(scene.runs()).containsExactly("FAILED|PENDING|failed");
    }

    @Test
    void aPausedScheduleThatIsResumedGetsItsFullRowOfTriesAgain() {
        application.guardRails().failures(2, 3);
        Schedule hourly = scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        fails();
        run(3);

        application.bean(Schedules.class).resume(hourly.id());
        run(1);

        assertThat(found(hourly).state().status()).isEqualTo(Schedule.Status.ACTIVE);
        assertThat(found(hourly).state().consecutiveFailures()).isEqualTo(1);
    }

    private static void fails() {
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("no network", null);
        });
    }

    private void run(int times) {
        for (int i = 0; i < times; i++) {
            application.pass(HOUR);
            scene.workOff();
        }
    }

    private Schedule found(Schedule schedule) {
        return application.bean(Schedules.class).find(schedule.id()).orElseThrow();
    }
}
