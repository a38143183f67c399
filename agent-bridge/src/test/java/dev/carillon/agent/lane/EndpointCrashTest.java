package dev.carillon.agent.lane;

import static dev.carillon.agent.endpoint.ProbeServer.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.endpoint.ProbeServer;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.MortalDriver;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The process is killed at every step of a request: between any two statements, and at each
/// commit.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EndpointCrashTest {
    private static LaneApplication application;

    @Parameter TestDatabase database;

    private final ProbeServer server = new ProbeServer();
    private final LaneScene chat = new LaneScene(application);
    private final EndpointScene scene = new EndpointScene(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application =
                LaneApplication.on(MortalDriver.mortal(database.create()), new ScriptedAgent());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @AfterEach
    void revive() {
        MortalDriver.revive();
        server.close();
    }

    @Test
    void nothingIsLostAndAKillRepeatsARequestOnceAtMostUnderTheSameKey() {
        int steps = stepsOfAll();
        assertThat(steps).isGreaterThan(8);

        for (boolean done : new boolean[] {false, true}) {
            for (int step = 1; step <= steps; step++) {
                prepare();

                dieAt(step, done);
                finish();

                assertDoneOnce("step " + step + (done ? " done" : ""));
            }
        }
    }

    private void assertDoneOnce(String when) {
        assertThat(chat.runs())
                .as("runs, killed at %s", when)
                .containsExactly("SUCCEEDED|PENDING|");
        assertThat(chat.outgoing()).as("told, killed at %s", when).hasSize(1);
        assertThat(chat.session(LaneScene.LANE)).as("remembered, killed at %s", when).hasSize(2);
        assertThat(server.asked()).as("asked, killed at %s", when).hasSizeBetween(1, 2);
        assertThat(server.asked())
                .extracting(each -> each.headers().get("Idempotency-Key"))
                .as("keys, killed at %s", when)
                .containsOnly(application.rows("SELECT id FROM run").getFirst());
    }

    private void prepare() {
        application.reset();
        server.asked().clear();
        scene.every(
                Duration.ofDays(1),
                get(server.url("/pay")),
                policies -> policies.withNotify(Policies.Notify.ALWAYS));
        application.pass(Duration.ofDays(1));
    }

    private int stepsOfAll() {
        prepare();
        MortalDriver.dieAt(Integer.MAX_VALUE, false);
        scene.workOff();
        int steps = MortalDriver.revive();
        assertDoneOnce("no step");
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
            return chat.inbox() == 0;
        });
    }
}
