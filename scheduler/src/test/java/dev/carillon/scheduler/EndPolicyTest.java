package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.Policies.Missed.CatchUp;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.ValueSource;

/// How schedules end by themselves, and how those of agents are spread.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EndPolicyTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Owner AGENT = new Owner(Owner.Kind.AGENT, "main");

    private static TestApplication application;

    @Parameter TestDatabase database;

    private final PassingTime time = new PassingTime(application);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = TestApplication.on(database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    /// `downFor` is how long the process is down at first; then it is up until 18:00.
    @ParameterizedTest(name = "{1} runs, ends after {2}, {0}, down for {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    SKIP     | 3 | -    | 0m   | 13:00 ran, 14:00 ran, 15:00 ran
                    SKIP     | 1 | -    | 0m   | 13:00 ran
                    SKIP     | 3 | -    | 150m | 13:00 missed, 14:00 missed, 15:00 ran, 16:00 ran, 17:00 ran
                    RUN_ONCE | 2 | -    | 150m | 13:00 missed, 14:00 ran, 15:00 ran
                    RUN_ALL  | 3 | -    | 150m | 13:00 ran, 14:00 ran, 15:00 ran
                    RUN_ALL  | 1 | -    | 150m | 13:00 ran, 14:00 max_runs
                    SKIP     | - | 180m | 0m   | 13:00 ran, 14:00 ran, 15:00 ran
                    SKIP     | - | 179m | 0m   | 13:00 ran, 14:00 ran
                    SKIP     | - | 120m | 300m | 13:00 missed, 14:00 missed
                    RUN_ONCE | - | 120m | 300m | 13:00 missed, 14:00 ran
                    RUN_ALL  | - | 120m | 300m | 13:00 ran, 14:00 ran
                    SKIP     | 1 | 180m | 0m   | 13:00 ran
                    SKIP     | 9 | 60m  | 0m   | 13:00 ran
                    """)
    void aScheduleEndsWhereItWasAgreedAndIsThenFinished(
            CatchUp mode,
            @Nullable Integer maxRuns,
            @Nullable String expiresIn,
            String downFor,
            String expected) {
        Policies policies =
                Policies.defaultsFor(every(HOUR))
                        .withMissed(new Policies.Missed(mode))
                        .withMaxRuns(maxRuns)
                        .withExpiresAt(expiresIn == null ? null : START.plus(duration(expiresIn)));
        Schedule schedule = time.create(message(every(HOUR)).withPolicies(policies));

        time.comeBackAfter(duration(downFor));
        time.pass(Duration.between(time.now(), START.plus(Duration.ofHours(6))));

        assertThat(time.runs(schedule)).isEqualTo(expected);
        time.requireAccountOf(schedule);
        assertThat(time.found(schedule).state().status()).isEqualTo(Schedule.Status.FINISHED);
        assertThat(time.schedules().upcoming(time.found(schedule), 3)).isEmpty();
    }

    /// An end that is moved forward cuts off what was to come, and says so.
    @Test
    void anEndThatIsSetLaterCutsOffWhatWasToComeWithAReason() {
        Schedule schedule = time.create(message(every(HOUR)));
        time.pass(HOUR);
        Policies ending = schedule.policies().withExpiresAt(START.plus(Duration.ofMinutes(90)));

        time.schedules().update(schedule.id(), schedule.terms().withPolicies(ending));
        time.pass(Duration.ofHours(3));

        assertThat(time.runs(schedule)).isEqualTo("13:00 ran, 14:00 expired");
        assertThat(time.found(schedule).state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    /// Forty jobs at the full hour do not all call their model in the same second.
    @Test
    void whatAgentsMakeIsSpreadOverThreeMinutesEachAlwaysByTheSame() {
        List<Schedule> hourly = IntStream.range(0, 40).mapToObj(i -> ofAgent("chat " + i)).toList();

        time.pass(Duration.ofMinutes(60));
        long exact = fired();
        time.pass(Duration.ofMinutes(64));

        assertThat(exact).isLessThan(10);
        assertThat(hourly)
                .allSatisfy(schedule -> {
                    assertThat(time.runs(schedule)).isEqualTo("13:00 ran, 14:00 ran");
                    time.requireAccountOf(schedule);
                    Duration jitter = schedule.policies().jitter();
                    assertThat(lateness(schedule)).containsExactly(jitter, jitter);
                    assertThat(jitter).isBetween(Duration.ZERO, Duration.ofMinutes(3));
                });
        assertThat(hourly.stream().map(each -> each.policies().jitter()).distinct().count())
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(value = Owner.Kind.class, names = "AGENT", mode = EnumSource.Mode.EXCLUDE)
    void whatOthersMakeIsExact(Owner.Kind kind) {
        Schedule schedule = time.create(message(every(HOUR)), new Owner(kind, "somebody"));

        time.comeBackAfter(HOUR);

        assertThat(schedule.policies().jitter()).isZero();
        assertThat(time.runs(schedule)).isEqualTo("13:00 ran");
    }

    @Test
    void whatAnAgentMakesForOnceIsExact() {
        Schedule schedule = time.create(message(at(START.plus(HOUR))), AGENT);

        time.comeBackAfter(HOUR);

        assertThat(time.runs(schedule)).isEqualTo("13:00 ran");
    }

    private Schedule ofAgent(String chat) {
        Terms terms =
                new Terms(
                        null,
                        Destination.of("web", chat),
                        new AgentName("main"),
                        every(HOUR),
                        new Payload.Message("drink"),
                        Policies.defaultsFor(every(HOUR)));
        return time.create(terms, AGENT);
    }

    private long fired() {
        return application.number("SELECT COUNT(*) FROM run");
    }

    private List<Duration> lateness(Schedule schedule) {
        return time.schedules().runs(schedule.id(), 10).stream()
                .map(run -> Duration.between(run.dueAt(), run.firedAt()))
                .toList();
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }

    @Test
    void whatComesOnceCannotEndBeforeItComes() {
        Terms soon = ending(message(at(START.plus(HOUR))), START.plus(HOUR).minusMillis(1));

        assertThatThrownBy(() -> time.create(soon))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("before its only time on Wed 14 Jan 2026, 14:00")
                .hasMessageContaining("leave 'expires_in' out");
    }

    @Test
    void theEndOfWhatComesOnceCannotBeMovedBeforeItComes() {
        Schedule once = time.create(message(at(START.plus(HOUR))));

        assertThatThrownBy(() -> revise(once, terms -> ending(terms, START.plusSeconds(3))))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("and so never come");

        assertThat(time.found(once).policies().expiresAt()).isNull();
        revise(once, terms -> ending(terms, START.plus(HOUR)));
        assertThat(time.found(once).policies().expiresAt()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void whatComesOnceCannotBeMovedBehindItsEnd() {
        Schedule once = time.create(ending(message(at(START.plus(HOUR))), START.plus(HOUR)));

        assertThatThrownBy(() ->
                        revise(
                                once,
                                terms -> terms.withTrigger(at(START.plus(HOUR.multipliedBy(2))))))
                .isInstanceOf(ScheduleRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "#5", " 12 "})
    void aNameThatReadsLikeANumberIsRefused(String name) {
        Schedule gym = time.create(message(every(HOUR)).withName("Gym 5"));

        assertThatThrownBy(() -> time.create(message(every(HOUR)).withName(name)))
                .hasMessageContaining("would be taken for the number of a schedule");
        assertThatThrownBy(() -> revise(gym, terms -> terms.withName(name)))
                .hasMessageContaining("use at least one letter");
    }

    private static Terms ending(Terms terms, Instant at) {
        return terms.withPolicies(terms.policies().withExpiresAt(at));
    }

    private static void revise(Schedule schedule, UnaryOperator<Terms> revision) {
        application.bean(Schedules.class).revise(schedule.id(), revision);
    }
}
