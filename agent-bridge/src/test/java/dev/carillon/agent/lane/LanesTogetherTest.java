package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentEntry;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Turn;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.SettableClock;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Lanes with their workers at work.
class LanesTogetherTest {
    private static final int LANES = 20;
    private static final int MESSAGES = 50;

    /// A thing that takes ten minutes delays nothing but the turns of its own lane.
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTurnOfTenMinutesDelaysNoReminderAndNoOtherLane(TestDatabase database) {
        CountDownLatch finished = new CountDownLatch(1);
        ScriptedAgent agent = new ScriptedAgent();
        agent.answers(turn -> {
            if (ScriptedAgent.about(turn).equals("think")) {
                await(finished);
            }
            return ScriptedAgent.echo(turn);
        });
        try (LaneApplication application = LaneApplication.on(database, agent)) {
            LaneScene scene = new LaneScene(application);
            application.bean(LaneWorkers.class).start();
            scene.say("think");
            Eventually.until(() -> agent.turns().size() == 1);
            for (int i = 0; i < 1000; i++) {
                scene.remind(LaneScene.chat("chat " + i), Duration.ofMinutes(5), "stretch");
            }
            scene.remind(LaneScene.CHAT, Duration.ofMinutes(5), "drink");

            passTenMinutes(application);
            scene.say("are you there?");
            scene.say(LaneScene.chat("chat 1"), "hello");
            Eventually.until(() -> scene.outgoing(LaneScene.chat("chat 1")).size() == 2);

            assertThat(scene.outgoing()).containsExactly("drink");
            assertThat(scene.outgoing(LaneScene.chat("chat 999"))).containsExactly("stretch");
            assertThat(application.rows("SELECT DISTINCT status, fired_at - due_at FROM run"))
                    .containsExactly("SUCCEEDED|0");
            finished.countDown();
            Eventually.until(() -> scene.outgoing().size() == 3);
            assertThat(scene.outgoing())
                    .containsExactly("drink", "re: think", "re: are you there?");
            assertThat(agent.turns()).as("no turn was run twice").hasSize(3);
        } finally {
            finished.countDown();
        }
    }

    /// In steps shorter than a lease, each of which the worker sees and renews its lease in.
    private static void passTenMinutes(LaneApplication application) {
        Duration step = QueueStore.LEASE.dividedBy(2);
        for (int i = 0; i < 60; i++) {
            application.clock().advance(step);
            application.bean(FiringEngine.class).fireAllDue();
            application.bean(WorkSignals.class).signal(LaneScene.LANES);
            long held = application.clock().instant().plus(step).toEpochMilli();
            Eventually.until(() ->
                    application.number(
                                    "SELECT held_until FROM queue WHERE queue_key = '"
                                            + LaneScene.LANE.key()
                                            + "'")
                            > held);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aLaneRunsOneTurnAtATimeAndInOrderOnTwoReplicas(TestDatabase database) {
        Watcher watcher = new Watcher();
        Map<String, Object> settings = database.create();
        SettableClock clock = new SettableClock(TestApplication.START);
        List<AgentEntry> agents =
                List.of(
                        LaneApplication.entry(
                                LaneScene.AGENT, (turn, _) -> watcher.watch(turn), 8));
        try (LaneApplication one = LaneApplication.on(settings, clock, agents);
                LaneApplication two =
                        database == TestDatabase.POSTGRESQL
                                ? LaneApplication.on(settings, clock, agents)
                                : one) {
            one.bean(LaneWorkers.class).start();
            two.bean(LaneWorkers.class).start();

            for (int message = 0; message < MESSAGES; message++) {
                for (int lane = 0; lane < LANES; lane++) {
                    LaneApplication replica = (message + lane) % 2 == 0 ? one : two;
                    new LaneScene(replica).say(LaneScene.chat("chat " + lane), "" + message);
                    replica.bean(WorkSignals.class).signal(LaneScene.LANES);
                }
            }
            Eventually.until(() -> watcher.turns.get() >= LANES * MESSAGES);
            Eventually.until(() -> new LaneScene(one).inbox() == 0);

            assertThat(watcher.overlaps).isEmpty();
            List<String> expected = new ArrayList<>();
            for (int message = 0; message < MESSAGES; message++) {
                expected.add("" + message);
            }
            assertThat(watcher.seen).hasSize(LANES);
            assertThat(watcher.seen.values())
                    .allSatisfy(texts -> assertThat(texts).containsExactlyElementsOf(expected));
            assertThat(new LaneScene(one).outgoing(LaneScene.chat("chat 7"))).hasSize(MESSAGES);
        }
    }

    /// The operator took it out of the config while its lane had something to do.
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoSpeaksToAnAgentThatIsGoneIsTold(TestDatabase database) {
        Map<String, Object> settings = database.create();
        try (LaneApplication before = LaneApplication.on(settings, new ScriptedAgent())) {
            new LaneScene(before).say("are you there?");
        }
        SettableClock clock = new SettableClock(TestApplication.START);
        AgentEntry another =
                LaneApplication.entry(new AgentName("another"), new ScriptedAgent(), 1);

        try (LaneApplication after = LaneApplication.on(settings, clock, List.of(another))) {
            after.bean(LaneWorkers.class).start();
            LaneScene scene = new LaneScene(after);

            Eventually.until(() -> !scene.outgoing().isEmpty());
            assertThat(scene.outgoing()).hasSize(1).first().asString().contains("no agent 'main'");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTurnThatAStopInterruptsIsRunAgainAndNotCounted(TestDatabase database) {
        Map<String, Object> settings = database.create();
        CountDownLatch never = new CountDownLatch(1);
        ScriptedAgent slow = new ScriptedAgent();
        slow.answers(turn -> {
            await(never);
            return ScriptedAgent.echo(turn);
        });
        for (int restart = 0; restart < 7; restart++) {
            try (LaneApplication application = LaneApplication.on(settings, slow)) {
                if (restart == 0) {
                    new LaneScene(application).say("think");
                }
                int before = slow.turns().size();
                application.bean(LaneWorkers.class).start();
                Eventually.until(() -> slow.turns().size() > before);
            }
        }

        try (LaneApplication application = LaneApplication.on(settings, new ScriptedAgent())) {
            LaneScene scene = new LaneScene(application);
            scene.workOff();
            assertThat(scene.outgoing()).containsExactly("re: think");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sees what lanes do.
    private static final class Watcher {
        private final Map<Destination, Queue<String>> seen = new ConcurrentHashMap<>();
        private final Map<Destination, AtomicInteger> busy = new ConcurrentHashMap<>();
        private final List<Destination> overlaps = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger turns = new AtomicInteger();

        private Answer watch(Turn turn) {
            Destination chat = turn.lane().destination();
            AtomicInteger atWork = busy.computeIfAbsent(chat, _ -> new AtomicInteger());
            if (atWork.incrementAndGet() > 1) {
                overlaps.add(chat);
            }
            seen.computeIfAbsent(chat, _ -> new ConcurrentLinkedQueue<>())
                    .add(ScriptedAgent.about(turn));
            Thread.onSpinWait();
            atWork.decrementAndGet();
            turns.incrementAndGet();
            return ScriptedAgent.echo(turn);
        }
    }
}
