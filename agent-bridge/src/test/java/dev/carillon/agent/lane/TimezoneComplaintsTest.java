package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Turn;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.ScheduleTool;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: it came at the wrong hour.
@ResourceLock(ChatScene.SHARED)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TimezoneComplaintsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");

    @Parameter TestDatabase database;

    /// nanobot #685, #352, #392, #467: 08:30 in Vancouver ran at 00:30. zeroclaw #5220, #6739: it
    /// depended on the way in which it was asked for.
    @Test
    void halfPastEightInVancouverIsHalfPastEightInVancouverHoweverItIsAskedFor() {
        ChatScene scene = ChatScene.on(database);
        ChatScene.Chat chat = scene.chat("c1");
        chat.say("/timezone America/Vancouver");

        chat.say("remind me every day at 08:30 to stretch");
        chat.say("/remind every day at 08:30 stretch");
        call(scene, chat, "{'action':'create','daily':'08:30','message':'stretch'}");
        call(scene, chat, "{'action':'create','cron':'30 8 * * *','message':'stretch'}");
        call(scene, chat, "{'action':'create','at':'08:30','message':'stretch'}");

        Instant halfPastEight =
                LocalDateTime.parse("2026-11-21T08:30").atZone(VANCOUVER).toInstant();
        assertThat(chat.schedules())
                .hasSize(5)
                .allSatisfy(schedule -> {
                    assertThat(schedule.trigger().zone()).isEqualTo(VANCOUVER);
                    assertThat(schedule.state().nextDueAt()).isEqualTo(halfPastEight);
                });
        assertThat(texts(scene.pass(Duration.between(scene.now(), halfPastEight.minusMillis(1)))))
                .doesNotContain("stretch");
        assertThat(texts(scene.pass(Duration.ofMillis(1)))).hasSize(5).containsOnly("stretch");
    }

    /// openclaw #11246: after a change it came a day late.
    @ParameterizedTest(name = "from 09:00 to {0}, asked at ten")
    @CsvSource({
        "11:00,2026-11-21T10:00:00Z",
        "10:01,2026-11-21T09:01:00Z",
        "08:00,2026-11-22T07:00:00Z"
    })
    void whatIsMovedToLaterTodayComesToday(String to, Instant due) {
        ChatScene scene = ChatScene.on(database);
        ChatScene.Chat chat = scene.chat("c1");
        call(scene, chat, "{'action':'create','daily':'09:00','message':'stretch'}");

        call(scene, chat, "{'action':'update','id':1,'daily':'" + to + "'}");

        assertThat(chat.nextDueAt(1)).isEqualTo(due);
        scene.pass(Duration.between(scene.now(), due));
        assertThat(chat.schedule(1).state().lastRunAt()).isEqualTo(due);
    }

    /// hermes #66436, #119969; openclaw PR #118297: an hour off since the clocks changed, and again
    /// after a change of the job in that night.
    @Test
    void nineInTheMorningStaysNineInTheMorningAcrossTheChangeOfClocks() {
        ScriptedAgent agent = new ScriptedAgent();
        try (LaneApplication application = LaneApplication.on(database, agent)) {
            Schedules schedules = application.bean(Schedules.class);
            application.clock().set(Instant.parse("2026-03-07T06:00:00Z"));
            Schedule daily = create(schedules, "0 9 * * *");
            passHours(application, 24);
            application.clock().set(Instant.parse("2026-03-08T06:45:00Z"));

            schedules.update(
                    daily.id(), daily.terms().withPayload(new Payload.Message("stretch well")));
            passHours(application, 48);

            assertThat(due(schedules, daily))
                    .containsExactly(
                            Instant.parse("2026-03-07T14:00:00Z"),
                            Instant.parse("2026-03-08T13:00:00Z"),
                            Instant.parse("2026-03-09T13:00:00Z"));
        }
    }

    /// openclaw PR #118297: changed, in the night of the change, to a time that does not exist.
    @Test
    void aTimeThatDoesNotExistInTheNightOfTheChangeComesAtTheEndOfTheGapAndOnce() {
        ScriptedAgent agent = new ScriptedAgent();
        try (LaneApplication application = LaneApplication.on(database, agent)) {
            Schedules schedules = application.bean(Schedules.class);
            application.clock().set(Instant.parse("2026-03-08T06:45:00Z"));
            Schedule daily = create(schedules, "0 9 * * *");

            schedules.update(
                    daily.id(),
                    daily.terms().withTrigger(new Trigger.Cron("30 2 * * *", NEW_YORK)));
            passHours(application, 30);

            assertThat(due(schedules, daily))
                    .containsExactly(
                            Instant.parse("2026-03-08T07:00:00Z"),
                            Instant.parse("2026-03-09T06:30:00Z"));
        }
    }

    /// openclaw #51941: run by hand it lived in another zone than run by its schedule.
    @Test
    void whatIsRunByHandTellsTimeAsWhatIsRunByItsSchedule() {
        ScriptedAgent agent = new ScriptedAgent();
        try (LaneApplication application = LaneApplication.on(database, agent)) {
            Schedules schedules = application.bean(Schedules.class);
            LaneScene scene = new LaneScene(application);
            Schedule daily =
                    create(
                            schedules,
                            new Trigger.Cron("0 9 * * *", NEW_YORK),
                            new Payload.Task("look"));

            schedules.runNow(daily.id());
            scene.workOff();
            application.pass(
                    Duration.between(
                            application.clock().instant(), Instant.parse("2026-01-14T14:00:00Z")));
            scene.workOff();

            assertThat(agent.turns()).hasSize(2).extracting(Turn::zone).containsOnly(NEW_YORK);
            assertThat(scene.messages(LaneScene.CHAT))
                    .extracting(message -> message.tag().due().words())
                    .allSatisfy(words -> assertThat(words).contains("America/New_York"))
                    .last()
                    .asString()
                    .contains("09:00");
        }
    }

    /// The engine sleeps from one due instant to the next.
    private static void passHours(LaneApplication application, int hours) {
        Instant end = application.clock().instant().plus(Duration.ofHours(hours));
        while (application.clock().instant().isBefore(end)) {
            Duration left = Duration.between(application.clock().instant(), end);
            application.pass(application.bean(FiringEngine.class).untilNextDue(left));
        }
    }

    private static Schedule create(Schedules schedules, String cron) {
        return create(schedules, new Trigger.Cron(cron, NEW_YORK), new Payload.Message("stretch"));
    }

    private static Schedule create(Schedules schedules, Trigger trigger, Payload payload) {
        return schedules.create(
                new Terms(
                        null,
                        LaneScene.CHAT,
                        LaneScene.AGENT,
                        trigger,
                        payload,
                        Policies.defaultsFor(trigger)),
                Owner.person("anna"),
                null);
    }

    private static List<Instant> due(Schedules schedules, Schedule schedule) {
        return schedules.runs(schedule.id(), 10).reversed().stream().map(Run::dueAt).toList();
    }

    /// One call of the tool in the zone of the person, as a turn makes it; single quotes stand for
    /// double ones.
    private static void call(ChatScene scene, ChatScene.Chat chat, String arguments) {
        ZoneId zone =
                scene.bean(KnownZones.class).find(chat.destination(), ChatScene.ANN).orElse(BERLIN);
        Caller caller =
                new Caller(
                        chat.destination(),
                        ChatScene.KEEPER,
                        Owner.person(ChatScene.ANN.id()),
                        zone,
                        Caller.Sight.CHAT);
        ScheduleTool tool =
                new ScheduleTool(
                        scene.bean(Schedules.class),
                        scene.bean(CallAnswers.class),
                        caller,
                        scene.bean(InstantSource.class),
                        "turn of " + arguments);
        assertThat(tool.call(arguments.replace('\'', '"')).isError()).isFalse();
    }

    private static List<String> texts(List<OutboundMessage> messages) {
        return messages.stream().map(OutboundMessage::text).toList();
    }
}
