package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: a job was at work when the process was killed, and
/// nobody has heard of it since. A killed process is one whose turn ends in neither an answer nor a
/// failure.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RestartComplaintsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter TestDatabase database;

    private final ScriptedAgent agent = new ScriptedAgent();
    private Map<String, Object> settings;
    private LaneApplication application;
    private LaneScene scene;
    private Instant now;

    @BeforeEach
    void start() {
        settings = database.create();
        application = LaneApplication.on(settings, agent);
        scene = new LaneScene(application);
        now = application.clock().instant();
    }

    @AfterEach
    void stop() {
        application.close();
    }

    /// openclaw #59301: a loop of restarts killed a job mid-run; no record, and the slot was lost.
    @ParameterizedTest
    @EnumSource(Policies.Session.Kind.class)
    void aJobThatIsKilledAgainAndAgainIsRunWhenTheProcessStays(Policies.Session.Kind kind) {
        Schedule hourly =
                scene.taskEvery(
                        HOUR,
                        "look",
                        policies -> policies.withSession(new Policies.Session(kind, true)));
        pass(HOUR);
        for (int restart = 0; restart < 3; restart++) {
            killWhileAtWork();
            assertThat(run(hourly).status()).isEqualTo(Run.Status.RUNNING);
            restart();
        }
        agent.reset();

        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: look");
        assertThat(run(hourly).status()).isEqualTo(Run.Status.SUCCEEDED);
        assertThat(run(hourly).attempts()).isEqualTo(4);
        pass(HOUR);
        scene.workOff();
        assertThat(scene.runs()).as("the next slot comes as ever").hasSize(2);
    }

    /// openclaw #59301: what kills the process each time must not do so for ever, nor in silence.
    @Test
    void aJobThatKillsTheProcessEachTimeIsGivenUpAndTheChatIsTold() {
        Schedule once =
                scene.task(
                        HOUR,
                        "look",
                        policies ->
                                policies.withRetry(
                                        new Policies.Retry(
                                                0, Duration.ofSeconds(1), Duration.ofSeconds(1))));
        pass(HOUR);
        for (int restart = 0; restart < 5; restart++) {
            killWhileAtWork();
            restart();
        }

        scene.workOff();

        assertThat(run(once).status()).isEqualTo(Run.Status.FAILED);
        assertThat(scene.outgoing()).singleElement().asString().contains("5 times");
    }

    /// hermes #58818: a planned restart dropped what was about to go out.
    @Test
    void whatWasAboutToGoOutIsStillThereAfterARestart() {
        scene.remind(LaneScene.CHAT, HOUR, "drink");
        scene.task(HOUR, "look", UnaryOperator.identity());
        pass(HOUR);
        scene.workOff();

        restart();

        assertThat(scene.outgoing()).containsExactly("drink", "re: look");
        assertThat(scene.runs()).containsOnly("SUCCEEDED|PENDING|");
    }

    private void killWhileAtWork() {
        agent.answers(_ -> {
            throw new Killed();
        });
        assertThatThrownBy(() -> scene.work(scene.claim().getFirst())).isInstanceOf(Killed.class);
    }

    /// The dead process held its lease until it ran out.
    private void restart() {
        application.close();
        application = LaneApplication.on(settings, agent);
        scene = new LaneScene(application);
        pass(QueueStore.LEASE.plusSeconds(1));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        application.clock().set(now);
        application.pass(Duration.ZERO);
    }

    private Run run(Schedule schedule) {
        return application.bean(Schedules.class).runs(schedule.id(), 1).getFirst();
    }

    /// No exception that anybody in between would catch.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
