package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Usage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.agent.tool.Tool;
import dev.carillon.config.BudgetConfig;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SilenceAndSpendingTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"NO_REPLY", "[SILENT]", "HEARTBEAT_OK", " **no_reply**. "})
    void aMarkOfSilenceIsHonouredWhoeverSaysItAndNeverShown(String mark) {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.says(mark);

        application.pass(HOUR);
        scene.workOff();

        assertThat(scene.outgoing()).isEmpty();
        assertThat(scene.runs()).containsExactly("SUCCEEDED|NONE|silent");
    }

    @Test
    void aScheduledTurnHasAWayToEndWithoutAWordAndAChatHasNone() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        application.pass(HOUR);
        scene.say("hello");

        scene.workOff();

        assertThat(AGENT.turns()).hasSize(2);
        assertThat(AGENT.turns().getFirst().tools())
                .extracting(Tool::name)
                .containsExactly("schedule", "stay_silent");
        assertThat(AGENT.turns().getLast().tools())
                .extracting(Tool::name)
                .containsExactly("schedule");
    }

    @Test
    void onlyWhatHasChangedSinceItWasLastToldIsTold() {
        scene.taskEvery(HOUR, "look", policies -> policies.withNotify(Policies.Notify.ON_CHANGE));

        for (String seen : List.of("red", "red", "green", "green", "red")) {
            AGENT.says(seen);
            application.pass(HOUR);
            scene.workOff();
        }

        assertThat(scene.outgoing()).containsExactly("red", "green", "red");
        assertThat(scene.runs()).filteredOn(run -> run.endsWith("unchanged")).hasSize(2);
    }

    @Test
    void whatARunUsedIsInItsRecord() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.answers(_ -> new Answer.Say("x", List.of(), new Usage(120, 30, 4500)));

        application.pass(HOUR);
        scene.workOff();

        Run run = application.bean(RunStore.class).since(Instant.EPOCH, null, 1).getFirst();
        assertThat(run.used()).isEqualTo(new Run.Used(120, 30, 4500));
    }

    @Test
    void aMarkBesideWordsIsNotShown() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.says("The disk is full.\n\nHEARTBEAT_OK");

        application.pass(HOUR);
        scene.workOff();

        assertThat(scene.outgoing()).containsExactly("The disk is full.");
    }

    @Test
    void whatAFailedRunUsedIsInItsRecordAndCountsWithAllItsAttempts() {
        application.guardRails().budget(new BudgetConfig(null, null, null, null, 300, null));
        scene.taskEvery(
                HOUR,
                "look",
                policies ->
                        policies.withRetry(
                                new Policies.Retry(
                                        1, Duration.ofSeconds(1), Duration.ofSeconds(1))));
        AGENT.answers(_ -> {
            throw AgentFailure.passing("empty", null).after(new Usage(100, 60, 4500));
        });

        application.pass(HOUR);
        scene.workOff();
        application.pass(Duration.ofSeconds(2));
        scene.workOff();
        application.pass(HOUR);
        scene.workOff();

        Run run = application.bean(RunStore.class).since(Instant.EPOCH, null, 9).getLast();
        assertThat(run.status()).isEqualTo(Run.Status.FAILED);
        assertThat(run.used()).isEqualTo(new Run.Used(200, 120, 9000));
        assertThat(scene.runs()).last().isEqualTo("SKIPPED|NONE|budget_exceeded");
    }

    /// Nobody who writes is turned away, but what that takes counts.
    @Test
    void whatPeopleUseCountsForTheAgentsDay() {
        application.guardRails().budget(new BudgetConfig(null, 100, null, null, null, null));
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.answers(_ -> new Answer.Say("x", List.of(), new Usage(60, 0)));
        scene.say("hello");
        scene.workOff();
        scene.say("hello again");
        scene.workOff();

        application.pass(HOUR);
        scene.workOff();

        assertThat(scene.runs()).containsExactly("SKIPPED|NONE|budget_exceeded");
        assertThat(scene.outgoing()).hasSize(3);
        assertThat(scene.outgoing().getLast()).contains("used up today's budget", "120 of 100");
        scene.say("and now?");
        scene.workOff();
        assertThat(scene.outgoing()).hasSize(4);
    }

    @Test
    void aWordFromAnybodyInTheChatLiftsTheUnreadBrake() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        application
                .bean(Transactions.class)
                .run(() ->
                        application
                                .bean(Attention.class)
                                .delivered(Collections.nCopies(10, LaneScene.CHAT)));
        application.pass(HOUR);

        scene.say("I am here");
        application.pass(HOUR);

        assertThat(scene.runs()).containsExactly("SKIPPED|NONE|unread", "WAITING|NONE|");
        assertThat(scene.session(Lane.of(LaneScene.CHAT, LaneScene.AGENT)))
                .as("the note about the brake is nobody's words")
                .isEmpty();
    }
}
