package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class InboxTest {
    private static LaneApplication application;

    /// Another replica where the database allows one, else the same.
    private static LaneApplication other;

    @Parameter TestDatabase database;

    private final LaneScene scene = new LaneScene(application);
    private final LaneScene otherScene = new LaneScene(other);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        Map<String, Object> settings = database.create();
        application = LaneApplication.on(settings, new ScriptedAgent());
        other =
                database == TestDatabase.POSTGRESQL
                        ? LaneApplication.on(settings, new ScriptedAgent())
                        : application;
    }

    @AfterParameterizedClassInvocation
    static void close() {
        other.close();
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @Test
    void anEventThatIsSentTwiceArrivesOnce() {
        scene.accept(LaneScene.CHAT, "event-1", "hello", () -> {});
        String id = application.rows("SELECT id FROM inbox").getFirst();

        otherScene.accept(LaneScene.CHAT, "event-1", "hello", () -> {});
        scene.workOff();
        scene.accept(LaneScene.CHAT, "event-1", "hello", () -> {});
        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("re: hello");
        assertThat(application.bean(Inbox.class).idOf("web", "event-1")).contains(id);
        assertThat(application.bean(Inbox.class).idOf("web", "event-2")).isEmpty();
    }

    @Test
    void eventsThatAreSentTwiceAtTheSameMomentArriveOnce() throws Exception {
        List<Future<?>> sent = new ArrayList<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String event = "event-" + i % 50;
                LaneScene replica = i % 4 < 2 ? scene : otherScene;
                sent.add(
                        threads.submit(
                                () -> replica.accept(LaneScene.CHAT, event, event, () -> {})));
            }
        }

        for (Future<?> each : sent) {
            each.get();
        }
        assertThat(application.rows("SELECT text FROM inbox")).hasSize(50).doesNotHaveDuplicates();
        scene.workOff();
        assertThat(scene.outgoing()).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrittenAlongsideIsCommittedWithIt() {
        scene.accept(LaneScene.CHAT, "event-1", "hello", this::writeAlongside);

        scene.accept(LaneScene.CHAT, "event-1", "hello", this::writeAlongside);

        assertThat(alongside()).isEqualTo(1);
    }

    @Test
    void whenWhatIsWrittenAlongsideFailsNothingArrives() {
        Runnable alongside =
                () -> {
                    writeAlongside();
                    throw new IllegalStateException("no");
                };

        assertThatThrownBy(() -> scene.accept(LaneScene.CHAT, "event-1", "hello", alongside))
                .hasMessage("no");

        assertThat(alongside()).isZero();
        assertThat(scene.inbox()).isZero();
        scene.accept(LaneScene.CHAT, "event-1", "hello", () -> {});
        assertThat(scene.inbox()).isEqualTo(1);
    }

    @Test
    void eventsAreForgottenAfterATime() {
        scene.accept(LaneScene.CHAT, "event-1", "hello", () -> {});

        application.bean(Inbox.class).forgetBefore(application.clock().instant().plusMillis(1));

        assertThat(application.bean(Inbox.class).idOf("web", "event-1")).isEmpty();
    }

    private void writeAlongside() {
        application
                .bean(ZoneRows.class)
                .put("alongside-" + System.nanoTime(), "Europe/Berlin", "PERSON");
    }

    private static long alongside() {
        return application.number("SELECT COUNT(*) FROM known_zone");
    }
}
