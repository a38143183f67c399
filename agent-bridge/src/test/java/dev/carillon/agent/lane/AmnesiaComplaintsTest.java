package dev.carillon.agent.lane;

import static dev.carillon.agent.lane.LaneScene.CHAT;
import static dev.carillon.agent.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Policies.Session;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: they answer what a schedule said, and the agent does not
/// know what they are talking about.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AmnesiaComplaintsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String OFFER = "The build is red. Shall I restart it?";

    private static final ScriptedAgent AGENT = new ScriptedAgent();

    private static Map<String, Object> settings;
    private static LaneApplication application;

    @Parameter TestDatabase database;

    private LaneScene scene = new LaneScene(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        settings = database.create();
        application = LaneApplication.on(settings, AGENT);
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

    /// openclaw #18654, #14319, #80468, #151321: "Sorry, what are you saying yes to?"
    @ParameterizedTest(name = "to what a task in a {0} session said, history {1}")
    @CsvSource({"CHAT,true", "FRESH,false", "FRESH,true", "REUSE,true", "REUSE,false"})
    void aYesToWhatATaskSaidIsUnderstood(Session.Kind kind, boolean includeHistory) {
        Schedule schedule =
                scene.task(
                        HOUR,
                        "look at the build",
                        policies -> policies.withSession(new Session(kind, includeHistory)));
        AGENT.says(OFFER);
        application.pass(HOUR);
        scene.workOff();

        answerYes();

        TranscriptEntry said = AGENT.turns().getLast().history().getLast();
        assertThat(AGENT.turns().getLast().lane()).isEqualTo(LANE);
        assertThat(said.text()).isEqualTo(OFFER);
        assertThat(said.role()).isEqualTo(TranscriptEntry.Role.AGENT);
        assertThat(said.origin()).isEqualTo(TranscriptEntry.Origin.SCHEDULE);
        assertThat(said.schedule()).isEqualTo(schedule.id());
        assertThat(said.run()).isNotNull();
        assertThat(history()).containsExactly("look at the build", OFFER);
    }

    /// openclaw #141187; hermes: "The agent cannot see this message".
    @Test
    void aYesToAMessageThatNoAgentWroteIsUnderstood() {
        Schedule schedule = scene.remind(CHAT, HOUR, "Shall I order the paper?");
        application.pass(HOUR);

        answerYes();

        TranscriptEntry said = AGENT.turns().getLast().history().getLast();
        assertThat(said.text()).isEqualTo("Shall I order the paper?");
        assertThat(said.role()).isEqualTo(TranscriptEntry.Role.AGENT);
        assertThat(said.schedule()).isEqualTo(schedule.id());
    }

    /// The schedule may belong to another agent than the one that people here talk to.
    @Test
    void aYesToWhatAnotherAgentsScheduleSaidIsUnderstood() {
        Trigger once = new Trigger.At(application.clock().instant().plus(HOUR), ZoneOffset.UTC);
        Terms terms =
                new Terms(
                        null,
                        CHAT,
                        new AgentName("another"),
                        once,
                        new Payload.Message("Shall I order the paper?"),
                        Policies.defaultsFor(once));
        application.bean(Schedules.class).create(terms, Owner.person("anna"), null);
        application.pass(HOUR);

        answerYes();

        assertThat(history()).containsExactly("Shall I order the paper?");
    }

    /// openclaw PR #80786, #93580: understood only as long as the process lived.
    @Test
    void aYesAfterARestartIsUnderstood() {
        scene.remind(CHAT, HOUR, "Shall I order the paper?");
        application.pass(HOUR);
        application.close();
        application = LaneApplication.on(settings, AGENT);
        scene = new LaneScene(application);

        answerYes();

        assertThat(history()).containsExactly("Shall I order the paper?");
    }

    /// openclaw PR #130551: what failed is asked about as well.
    @ParameterizedTest
    @EnumSource(Session.Kind.class)
    void whoAsksWhyAScheduledTaskFailedIsUnderstood(Session.Kind kind) {
        scene.task(
                HOUR,
                "look at the build",
                policies -> policies.withSession(new Session(kind, false)));
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("The key is wrong.", null);
        });
        application.pass(HOUR);
        scene.workOff();
        AGENT.reset();

        scene.say("why?");
        scene.workOff();

        assertThat(history()).hasSize(2).last().asString().contains("The key is wrong.");
    }

    /// What was said before the schedule spoke is still known when people answer it.
    @Test
    void whatWasSaidBeforeIsNotForgottenOverWhatAScheduleSaid() {
        scene.say("my cat is called Oskar");
        scene.workOff();
        scene.remind(CHAT, HOUR, "Feed the cat?");
        application.pass(HOUR);

        answerYes();

        assertThat(history())
                .containsExactly(
                        "my cat is called Oskar", "re: my cat is called Oskar", "Feed the cat?");
    }

    /// A yes means what people have seen last, and not what was kept from them.
    @ParameterizedTest
    @EnumSource(Session.Kind.class)
    void aYesDoesNotMeanWhatWasNeverShown(Session.Kind kind) {
        scene.task(
                HOUR.plusMinutes(1),
                "look quietly",
                policies ->
                        policies.withNotify(Policies.Notify.ON_FAILURE)
                                .withSession(new Session(kind, false)));
        scene.remind(CHAT, HOUR, "Shall I order the paper?");
        AGENT.says("All is well. Shall I delete the logs?");
        application.pass(HOUR);
        application.pass(Duration.ofMinutes(1));
        scene.workOff();

        answerYes();

        assertThat(scene.outgoing()).containsExactly("Shall I order the paper?", "done");
        assertThat(history()).containsExactly("Shall I order the paper?");
    }

    /// Work in a session of its own knows what it said itself, told or not.
    @Test
    void aSessionOfTheSchedulesOwnRemembersAlsoWhatWasNotShown() {
        scene.taskEvery(
                HOUR,
                "look",
                policies ->
                        policies.withNotify(Policies.Notify.ON_CHANGE)
                                .withSession(new Session(Session.Kind.REUSE, true)));
        AGENT.says("red");

        for (int run = 0; run < 3; run++) {
            application.pass(HOUR);
            scene.workOff();
        }

        assertThat(history()).containsExactly("look", "red", "look", "red");
        assertThat(scene.outgoing()).containsExactly("red");
    }

    private void answerYes() {
        AGENT.says("done");
        scene.say("yes");
        scene.workOff();
    }

    private List<String> history() {
        return AGENT.turns().getLast().history().stream().map(TranscriptEntry::text).toList();
    }
}
