package dev.carillon.agent.lane;

import static dev.carillon.agent.lane.LaneScene.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Turn;
import dev.carillon.agent.Usage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.agent.tool.Tool;
import dev.carillon.config.BudgetConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: agents that keep themselves busy, and the bill for it.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RunawayComplaintsTest {
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

    /// nanobot #1441, PR #1458: a scheduled job made a scheduled job, which made another.
    @Test
    void aScheduledJobMakesNoScheduledJobs() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        List<String> answers = new ArrayList<>();
        AGENT.answers(turn -> {
            answers.add(call(turn, "{'action':'create','every':'1h','task':'look'}"));
            return new Answer.Say("I made another one");
        });

        run(5);

        assertThat(answers).hasSize(5).allSatisfy(each -> assertThat(each).contains("not_avail"));
        assertThat(live()).hasSize(1);
        assertThat(AGENT.turns()).hasSize(5);
    }

    /// The operator allows it: then what the agent makes is its own, bounded and with an end.
    @Test
    void whereTheOperatorAllowsItAJobMakesFiveJobsOfItsOwnThatEnd() {
        application.guardRails().set(withSchedulesInRuns());
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.answers(turn -> {
            call(turn, "{'action':'create','every':'5h','message':'hello'}");
            return new Answer.Say("I made another one");
        });

        run(9);

        List<Schedule> own =
                live().stream()
                        .filter(schedule -> schedule.owner().kind() == Owner.Kind.AGENT)
                        .toList();
        assertThat(own).hasSize(5);
        assertThat(own)
                .allSatisfy(each ->
                        assertThat(each.policies().expiresAt())
                                .isEqualTo(each.createdAt().plus(Duration.ofDays(7))));
    }

    /// nanobot #2902: dozens of jobs that nobody had asked for.
    @Test
    void nobodyGetsDozensOfJobsForOneSentence() {
        AGENT.answers(turn -> {
            for (int i = 1; i <= 40; i++) {
                call(turn, "{'action':'create','in':'" + i + "h','message':'again'}");
            }
            return new Answer.Say("done");
        });

        scene.say("remind me now and then");
        scene.workOff();

        assertThat(live()).hasSize(10);
    }

    /// nanobot #3037, #1441: what a schedule said was taken for what people said, and answered.
    @Test
    void whatAScheduleSaysWakesNobody() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        scene.remind(CHAT, HOUR, "drink");

        run(3);
        scene.workOff();

        assertThat(AGENT.turns()).hasSize(3);
        assertThat(scene.inbox()).isZero();
        assertThat(application.rows("SELECT DISTINCT origin, sender IS NULL FROM transcript"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("SCHEDULE");
    }

    /// openclaw #64293, #98556, #81186; hermes #23419: two million tokens a day for looking around.
    @Test
    void idleHeartbeatsStopAtTheBudgetOfTheDay() {
        application.guardRails().budget(new BudgetConfig(null, 200_000, null, null, null, null));
        heartbeatEvery(Duration.ofMinutes(30));
        AGENT.answers(_ -> new Answer.Silent(new Usage(39_000, 1_000)));

        for (int halfHour = 0; halfHour < 48; halfHour++) {
            application.pass(Duration.ofMinutes(30));
            scene.workOff();
        }

        // It is 13:00 in Berlin when this begins: two days of the agent, with five turns each.
        assertThat(AGENT.turns()).hasSize(10);
        assertThat(scene.runs())
                .hasSize(48)
                .filteredOn("SKIPPED|NONE|budget_exceeded"::equals)
                .hasSize(38);
        assertThat(scene.outgoing())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("budget"));
    }

    /// openclaw #98556: it went on for twelve days, for $248, and nobody was there.
    @Test
    void whereNobodyListensTheWorkStops() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());

        for (int hour = 0; hour < 12 * 24; hour++) {
            application.pass(HOUR);
            scene.workOff();
            scene.arrive();
        }

        assertThat(AGENT.turns()).hasSize(10);
        assertThat(scene.outgoing()).hasSize(11).last().asString().contains("rest");
        assertThat(scene.runs())
                .hasSize(288)
                .filteredOn("SKIPPED|NONE|unread"::equals)
                .hasSize(278);
    }

    /// hermes #63267, #106615; picoclaw #2120: what could not succeed was tried for ever.
    @Test
    void whatCannotSucceedIsTriedAFewTimesAndThenRests() {
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.answers(_ -> {
            throw AgentFailure.passing("The model is busy.", null);
        });

        for (int halfMinute = 0; halfMinute < 12 * 120; halfMinute++) {
            application.pass(Duration.ofSeconds(30));
            scene.workOff();
        }

        assertThat(AGENT.turns()).as("ten runs with three retries each").hasSize(40);
        assertThat(live())
                .extracting(each -> each.state().status())
                .containsExactly(Schedule.Status.PAUSED);
    }

    private void heartbeatEvery(Duration pace) {
        Trigger trigger =
                new Trigger.Every(pace, application.clock().instant(), SampleSchedules.BERLIN);
        Terms terms =
                new Terms(
                        null,
                        CHAT,
                        LaneScene.AGENT,
                        trigger,
                        new Payload.Heartbeat(),
                        Policies.defaultsFor(trigger));
        application.bean(Schedules.class).create(terms, Owner.person("anna"), null);
    }

    private void run(int times) {
        for (int i = 0; i < times; i++) {
            application.pass(HOUR);
            scene.workOff();
        }
    }

    /// Single quotes stand for double ones.
    private static String call(Turn turn, String arguments) {
        Tool tool = turn.tools().getFirst();
        return tool.call(arguments.replace('\'', '"')).json();
    }

    private static List<Schedule> live() {
        return application.bean(Schedules.class).list(ScheduleFilter.liveIn(CHAT));
    }

    private static GuardRailsConfig withSchedulesInRuns() {
        GuardRailsConfig now = GuardRailsConfig.DEFAULT;
        return new GuardRailsConfig(
                now.maxRecurring(),
                now.newSchedulesPerTurn(),
                now.soonestOneShot(),
                now.latestOneShot(),
                now.expiry(),
                now.longestExpiry(),
                now.expiryWarning(),
                true,
                now.activeHours(),
                now.unreadLimit(),
                now.alertAfter(),
                now.pauseAfter(),
                now.keepRuns(),
                now.budget());
    }
}
