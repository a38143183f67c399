package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// People answer a scheduled message in a thread of its own: "done" must be understood there too.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ThreadContextTest {
    private static final Destination THREAD = new Destination("web", "kitchen", "m1");
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
    void aThreadUnderAScheduledMessageBeginsWithIt() {
        remindedAs("m1");

        scene.say(THREAD, "done");
        scene.workOff();
        scene.say(THREAD, "and thanks");
        scene.workOff();

        assertThat(AGENT.turns().getFirst().history())
                .extracting(TranscriptEntry::text)
                .containsExactly("water the plants");
        assertThat(AGENT.turns().getFirst().history().getFirst().schedule()).isNotNull();
        assertThat(AGENT.turns().getLast().history())
                .extracting(TranscriptEntry::text)
                .containsExactly("water the plants", "done", "re: done");
    }

    /// As where every mention is answered in a thread of its own.
    @Test
    void aNewThreadKnowsWhatWasSaidAroundIt() {
        String id = application.bean(Ids.class).next();
        application
                .bean(Overheard.class)
                .keep(
                        new Arrival(
                                id,
                                LaneScene.LANE,
                                "event-" + id,
                                LaneScene.ANNA,
                                new Arrival.Content.Words("lunch at noon?"),
                                () -> {}),
                        10);

        scene.say(THREAD, "what do you think?");
        scene.workOff();
        scene.say(THREAD, "and you?");
        scene.workOff();

        assertThat(AGENT.turns().getFirst().history())
                .extracting(TranscriptEntry::text)
                .containsExactly("lunch at noon?");
        assertThat(AGENT.turns().getLast().history())
                .extracting(TranscriptEntry::text)
                .containsExactly("lunch at noon?", "what do you think?", "re: what do you think?");
    }

    @Test
    void aThreadUnderAnythingElseBeginsEmpty() {
        remindedAs("m2");

        scene.say(THREAD, "hello");
        scene.workOff();

        assertThat(AGENT.turns().getFirst().history()).isEmpty();
    }

    private void remindedAs(String messageId) {
        Schedule schedule = scene.remind(LaneScene.CHAT, Duration.ofMinutes(1), "water the plants");
        application.pass(Duration.ofMinutes(1));
        Run run = application.bean(Schedules.class).runs(schedule.id(), 1).getFirst();
        RunStore.RunDelivery delivered =
                new RunStore.RunDelivery(run.id(), Run.Delivery.DELIVERED, messageId, null);
        application.run(
                () -> application.bean(RunStore.class).recordDeliveries(List.of(delivered)));
    }
}
