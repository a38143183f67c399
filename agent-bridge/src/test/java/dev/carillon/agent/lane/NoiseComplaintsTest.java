package dev.carillon.agent.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: schedules that say the same again and again.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NoiseComplaintsTest {
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

    /// nanobot #1445: tell me only when something has changed.
    @Test
    void whoWantsToHearOfChangesHearsNothingAllNightAndOneThingInTheMorning() {
        scene.taskEvery(HOUR, "look at the site", with(Policies.Notify.ON_CHANGE));
        AGENT.says("It is up.");
        run(12);

        AGENT.says("It is down!");
        run(1);

        assertThat(scene.outgoing()).containsExactly("It is up.", "It is down!");
        assertThat(scene.runs())
                .hasSize(13)
                .filteredOn("SUCCEEDED|NONE|unchanged"::equals)
                .hasSize(11);
    }

    /// hermes #88055: eight identical failures overnight.
    @Test
    void eightFailuresInANightAreToldTwiceAndAllOnRecord() {
        scene.taskEvery(HOUR, "look at the site", UnaryOperator.identity());
        AGENT.answers(_ -> {
            throw AgentFailure.lasting("no network", null);
        });

        run(8);

        assertThat(scene.outgoing()).hasSize(2);
        assertThat(scene.runs())
                .hasSize(8)
                .allSatisfy(run -> assertThat(run).startsWith("FAILED|").endsWith("|failed"));
    }

    /// nanobot #1445, hermes #88055: what the chat hears of each result, `!` being a failure, and
    /// what the record says.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    ALWAYS     | a,a,b,NO_REPLY,b | a,a,b,b | ok,ok,ok,silent,ok
                    ON_CHANGE  | a,a,b,NO_REPLY,b | a,b     | ok,unchanged,ok,silent,unchanged
                    ON_CHANGE  | a,b,a            | a,b,a   | ok,ok,ok
                    ON_CHANGE  | a,!,a            | a,!     | ok,failed,unchanged
                    ON_FAILURE | a,!,a,b          | !       | only failures are told,failed,only failures are told,only failures are told
                    NEVER      | a,b,NO_REPLY     | -       | results are not told,results are not told,silent
                    ALWAYS     | !,!,a,!          | !,a,!   | failed,failed,ok,failed
                    """)
    void eachScheduleTellsWhatItWasToldToTell(
            Policies.Notify mode, String results, @Nullable String told, String reasons) {
        scene.taskEvery(HOUR, "look", with(mode));

        for (String result : List.of(results.split(","))) {
            AGENT.answers(_ -> answer(result));
            run(1);
        }

        assertThat(scene.outgoing())
                .extracting(text -> text.contains("out of order") ? "!" : text)
                .containsExactly(told == null ? new String[0] : told.split(","));
        assertThat(scene.runs())
                .extracting(run -> run.substring(run.lastIndexOf('|') + 1))
                .extracting(reason -> reason.isEmpty() ? "ok" : reason)
                .containsExactly(reasons.split(","));
    }

    private static Answer answer(String result) {
        if (result.equals("!")) {
            throw AgentFailure.lasting("out of order", null);
        }
        return new Answer.Say(result);
    }

    private static UnaryOperator<Policies> with(Policies.Notify mode) {
        return policies -> policies.withNotify(mode);
    }

    private void run(int times) {
        for (int i = 0; i < times; i++) {
            application.pass(HOUR);
            scene.workOff();
        }
    }
}
