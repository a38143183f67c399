package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Answer;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import dev.carillon.agent.Usage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.agent.tool.Cards;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// People whose platform does not tell their time zone are asked for it once.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ZoneQuestionTest {
    private static final String QUESTION = "I don't know your time zone";
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
        AGENT.answers(this::schedule);
        application.asksForZones();
    }

    @Test
    void theFirstScheduleThatDependsOnItAsksAndNoLaterOne() {
        say("in 90 seconds");
        say("daily at nine");
        say("daily at ten");

        assertThat(scene.outgoing().get(0))
                .as("elapsed time needs no zone")
                .doesNotContain(QUESTION);
        assertThat(scene.outgoing().get(1)).contains(QUESTION, "Europe/Berlin", "/timezone");
        assertThat(scene.outgoing().get(2)).doesNotContain(QUESTION);
    }

    @Test
    void whoseZoneIsKnownIsNotAsked() {
        application
                .bean(KnownZones.class)
                .told(LaneScene.CHAT, LaneScene.ANNA, ZoneId.of("Asia/Tokyo"));

        say("daily at nine");

        assertThat(scene.outgoing()).singleElement().asString().doesNotContain(QUESTION);
    }

    @Test
    void nobodyIsAskedWhereZonesComeByThemselves() {
        application.reset();

        say("daily at nine");

        assertThat(scene.outgoing()).singleElement().asString().doesNotContain(QUESTION);
    }

    private void say(String text) {
        scene.say(text);
        scene.workOff();
    }

    private Answer schedule(Turn turn) {
        String text = ((Stimulus.Said) turn.stimulus()).text();
        Trigger trigger =
                switch (text) {
                    case "daily at nine" -> new Trigger.Cron("0 9 * * *", SampleSchedules.BERLIN);
                    case "daily at ten" -> new Trigger.Cron("0 10 * * *", SampleSchedules.BERLIN);
                    default ->
                            new Trigger.At(
                                    application.clock().instant().plusSeconds(95),
                                    SampleSchedules.BERLIN);
                };
        Terms terms =
                new Terms(
                        null,
                        LaneScene.CHAT,
                        LaneScene.AGENT,
                        trigger,
                        new Payload.Message(text),
                        Policies.defaultsFor(trigger));
        Schedules schedules = application.bean(Schedules.class);
        Schedule made = schedules.create(terms, Owner.person("anna"), null);
        return new Answer.Say("Made.", List.of(Cards.of(made, schedules)), Usage.NONE);
    }
}
