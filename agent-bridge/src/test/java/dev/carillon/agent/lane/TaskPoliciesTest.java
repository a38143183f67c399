package dev.carillon.agent.lane;

import static dev.carillon.agent.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.Usage;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.config.BudgetConfig;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Policies.Session;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is agreed about the work of agents, as tables: how often it is tried, what it remembers,
/// when it is alerted of, and what makes it rest.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TaskPoliciesTest {
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

    /// `tries` are the seconds after the time the task was due at which the agent is asked.
    @ParameterizedTest(name = "{0} retries from {1} s to {2} s, {3} failures of which {4} pass")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    3 | 1   | 30  | 9 | 9 | 0,1,3,7           | FAILED    | retries exhausted
                    3 | 1   | 30  | 3 | 3 | 0,1,3,7           | SUCCEEDED | -
                    3 | 1   | 30  | 1 | 1 | 0,1               | SUCCEEDED | -
                    0 | 1   | 30  | 9 | 9 | 0                 | FAILED    | retries exhausted
                    6 | 10  | 30  | 9 | 9 | 0,10,30,60,90,120,150 | FAILED | retries exhausted
                    2 | 60  | 60  | 9 | 9 | 0,60,120          | FAILED    | retries exhausted
                    2 | 0   | 0   | 9 | 9 | 0,0,0             | FAILED    | retries exhausted
                    3 | 1   | 30  | 9 | 0 | 0                 | FAILED    | failed
                    3 | 1   | 30  | 9 | 2 | 0,1,3             | FAILED    | failed
                    """)
    void aTaskIsTriedAsOftenAsAgreedAndNotForWhatDoesNotPass(
            int most,
            long delay,
            long mostDelay,
            int failures,
            int passing,
            String tries,
            String status,
            @Nullable String reason) {
        scene.task(
                HOUR,
                "look",
                policies ->
                        policies.withRetry(
                                new Policies.Retry(
                                        most,
                                        Duration.ofSeconds(delay),
                                        Duration.ofSeconds(mostDelay))));
        List<Long> tried = new ArrayList<>();
        long due = application.clock().instant().plus(HOUR).getEpochSecond();
        AGENT.answers(turn -> {
            tried.add(application.clock().instant().getEpochSecond() - due);
            if (tried.size() > failures) {
                return ScriptedAgent.echo(turn);
            }
            throw tried.size() <= passing
                    ? AgentFailure.passing("busy", null)
                    : AgentFailure.lasting("wrong key", null);
        });

        application.pass(HOUR);
        scene.workOff();
        while (scene.inbox() > 0) {
            Instant next =
                    application.bean(QueueStore.class).earliestReady(LaneScene.LANES).orElseThrow();
            application.clock().set(next);
            scene.workOff();
        }

        requireTries(tried, Stream.of(tries.split(",")).map(Long::valueOf).toList());
        assertThat(scene.runs())
                .containsExactly(status + "|PENDING|" + (reason == null ? "" : reason));
        assertThat(scene.outgoing()).as("told once").hasSize(1);
        assertThat(application.rows("SELECT attempts FROM run"))
                .containsExactly(String.valueOf(tried.size()));
    }

    /// What the second run remembers, and whether it runs in the lane of the chat.
    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    CHAT   | true  | true  | hello,re: hello,look,re: look
                    CHAT   | false | true  | hello,re: hello,look,re: look
                    FRESH  | true  | false | -
                    FRESH  | false | false | -
                    REUSE  | true  | false | look,re: look
                    REUSE  | false | false | -
                    """)
    void eachSessionRemembersWhatItShould(
            Session.Kind kind,
            boolean includeHistory,
            boolean inChat,
            @Nullable String remembered) {
        scene.say("hello");
        scene.workOff();
        scene.taskEvery(
                HOUR, "look", policies -> policies.withSession(new Session(kind, includeHistory)));

        run(2);

        assertThat(AGENT.turns().getLast().history().stream().map(TranscriptEntry::text))
                .containsExactly(remembered == null ? new String[0] : remembered.split(","));
        assertThat(AGENT.turns().getLast().lane().equals(LANE)).isEqualTo(inChat);
        assertThat(scene.session(LANE))
                .as("whatever the session, the chat knows what was said in it")
                .containsExactly(
                        "user: hello",
                        "agent: re: hello",
                        "user: look",
                        "agent: re: look",
                        "user: look",
                        "agent: re: look");
    }

    /// Ten runs of a task that always fails: how often the chat hears of it, how often it runs.
    @ParameterizedTest(name = "alert after {0}, pause after {1}")
    @CsvSource({"3,10,3,10", "1,1,1,1", "1,5,2,5", "2,3,3,3", "3,3,2,3", "99,99,1,10"})
    void failuresInARowAreToldAndPauseASchedule(int alert, int pause, int told, int ran) {
        application.guardRails().failures(alert, pause);
        Schedule hourly = scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("no network", null);
        });

        run(10);

        assertThat(scene.outgoing()).hasSize(told);
        assertThat(scene.runs()).hasSize(ran);
        assertThat(application.bean(Schedules.class).find(hourly.id()).orElseThrow().state())
                .extracting(Schedule.State::status, Schedule.State::consecutiveFailures)
                .containsExactly(
                        ran < 10 || pause == 10 ? Schedule.Status.PAUSED : Schedule.Status.ACTIVE,
                        ran);
    }

    /// Six hourly runs of one day, each of which takes 100 tokens and 0.50 of money.
    @ParameterizedTest(name = "agent {0}, {1}, {2}; schedule {3}, {4}, {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    - | -   | -   | - | -   | -   | 6
                    2 | -   | -   | - | -   | -   | 2
                    - | 250 | -   | - | -   | -   | 3
                    - | -   | 1.0 | - | -   | -   | 2
                    - | -   | -   | 4 | -   | -   | 4
                    - | -   | -   | - | 300 | -   | 3
                    - | -   | -   | - | -   | 0.1 | 1
                    5 | 400 | 9   | 3 | -   | -   | 3
                    0 | -   | -   | - | -   | -   | 0
                    """)
    void aBudgetIsKeptAndWhatItStopsIsOnRecord(
            @Nullable Integer turns,
            @Nullable Integer tokens,
            @Nullable Double money,
            @Nullable Integer turnsPerSchedule,
            @Nullable Integer tokensPerSchedule,
            @Nullable Double moneyPerSchedule,
            int ran) {
        application
                .guardRails()
                .budget(
                        new BudgetConfig(
                                turns,
                                tokens,
                                money,
                                turnsPerSchedule,
                                tokensPerSchedule,
                                moneyPerSchedule));
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());
        AGENT.answers(_ -> new Answer.Say("x", List.of(), new Usage(60, 40, 500_000)));

        run(6);

        assertThat(AGENT.turns()).hasSize(ran);
        assertThat(scene.runs())
                .hasSize(6)
                .filteredOn("SKIPPED|NONE|budget_exceeded"::equals)
                .hasSize(6 - ran);
        assertThat(scene.outgoing()).as("and one note").hasSize(ran < 6 ? ran + 1 : ran);
    }

    /// Six hourly runs, each of which is delivered, while nobody says a word.
    @ParameterizedTest(name = "after {0}")
    @CsvSource({"0,6", "1,1", "4,4", "6,6", "10,6"})
    void unreadDeliveriesMakeWorkRestAndWhatRestsIsOnRecord(int limit, int ran) {
        application.guardRails().unreadLimit(limit);
        scene.taskEvery(HOUR, "look", UnaryOperator.identity());

        for (int hour = 0; hour < 6; hour++) {
            run(1);
            scene.arrive();
        }

        assertThat(AGENT.turns()).hasSize(ran);
        assertThat(scene.runs())
                .hasSize(6)
                .filteredOn("SKIPPED|NONE|unread"::equals)
                .hasSize(6 - ran);
    }

    /// Each wait may be longer by up to a quarter.
    private static void requireTries(List<Long> tried, List<Long> planned) {
        assertThat(tried).hasSameSizeAs(planned);
        for (int i = 1; i < planned.size(); i++) {
            long least = planned.get(i) - planned.get(i - 1);
            assertThat(tried.get(i) - tried.get(i - 1)).isBetween(least, least + least / 4 + 1);
        }
    }

    private void run(int times) {
        for (int i = 0; i < times; i++) {
            application.pass(HOUR);
            scene.workOff();
        }
    }
}
