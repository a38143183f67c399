package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.BERLIN;
import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.Policies.Missed.CatchUp;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of occurrences that came by while the process was down. It is noon when the
/// schedules are made; they are due at every full hour.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MissedPolicyTest {
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

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

    /// Whatever kind of trigger says "every hour", it is made up for in the same way.
    @ParameterizedTest(name = "{0} {1} within {2}, back at {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    SKIP     | 10 | -   | 13:00:00 | 13:00 ran
                    SKIP     | 10 | -   | 13:01:00 | 13:00 ran
                    SKIP     | 10 | -   | 13:01:01 | 13:00 missed
                    SKIP     | 10 | -   | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 missed
                    SKIP     | 10 | -   | 16:00:30 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 ran
                    SKIP     | 10 | 1h  | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 missed
                    RUN_ONCE | 10 | -   | 13:01:01 | 13:00 ran
                    RUN_ONCE | 10 | -   | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 ran
                    RUN_ONCE | 10 | 31m | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 ran
                    RUN_ONCE | 10 | 30m | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 ran
                    RUN_ONCE | 10 | 29m | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 missed
                    RUN_ALL  | 10 | -   | 16:30:00 | 13:00 ran, 14:00 ran, 15:00 ran, 16:00 ran
                    RUN_ALL  |  2 | -   | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 ran, 16:00 ran
                    RUN_ALL  |  1 | -   | 16:00:30 | 13:00 missed, 14:00 missed, 15:00 ran, 16:00 ran
                    RUN_ALL  | 10 | 2h  | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 ran, 16:00 ran
                    RUN_ALL  |  1 | 2h  | 16:30:00 | 13:00 missed, 14:00 missed, 15:00 missed, 16:00 ran
                    """)
    void whatRecursIsMadeUpForAsAgreedAndEveryOccurrenceIsOnRecord(
            CatchUp mode, int max, @Nullable String within, LocalTime backAt, String expected) {
        List<Schedule> hourly =
                hourly().stream()
                        .map(trigger -> time.create(missing(message(trigger), mode, max, within)))
                        .toList();

        time.comeBackAt(
                LocalDate.ofInstant(START, ZoneOffset.UTC)
                        .atTime(backAt)
                        .toInstant(ZoneOffset.UTC));

        assertThat(hourly)
                .allSatisfy(schedule -> {
                    assertThat(time.runs(schedule)).isEqualTo(expected);
                    time.requireAccountOf(schedule);
                    assertThat(time.found(schedule).state().status())
                            .isEqualTo(Schedule.Status.ACTIVE);
                });
    }

    /// Several are due within the grace: people hear of the latest and of no other, unless they
    /// want them all.
    @ParameterizedTest(name = "{0}, every {1}, back after {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SKIP     | 20s | 87s | 12:00:20 missed, 12:00:40 missed, 12:01 missed, 12:01:20 ran
                    RUN_ONCE | 20s | 87s | 12:00:20 missed, 12:00:40 missed, 12:01 missed, 12:01:20 ran
                    RUN_ALL  | 20s | 87s | 12:00:20 ran, 12:00:40 ran, 12:01 ran, 12:01:20 ran
                    SKIP     | 15s | 31s | 12:00:15 missed, 12:00:30 ran
                    SKIP     | 40s | 43s | 12:00:40 ran
                    RUN_ONCE | 45s | 91s | 12:00:45 missed, 12:01:30 ran
                    """)
    void onlyTheLatestOfThoseThatAreDueTogetherRuns(
            CatchUp mode, String interval, String back, String expected) {
        Schedule often = time.create(missing(message(every(duration(interval))), mode, 10, null));

        time.comeBackAfter(duration(back));

        assertThat(time.runs(often)).isEqualTo(expected);
        time.requireAccountOf(often);
    }

    @ParameterizedTest(name = "{0} within {1}, back after {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    RUN_ONCE | -   | 60m  | 13:00 ran
                    RUN_ONCE | -   | 61m  | 13:00 ran
                    RUN_ONCE | -   | 500h | 13:00 ran
                    RUN_ONCE | 2h  | 180m | 13:00 ran
                    RUN_ONCE | 2h  | 181m | 13:00 missed
                    RUN_ALL  | -   | 500h | 13:00 ran
                    SKIP     | -   | 61m  | 13:00 ran
                    SKIP     | -   | 62m  | 13:00 missed
                    """)
    void whatComesOnceIsMadeUpForAsAgreedAndIsThenOver(
            CatchUp mode, @Nullable String within, String back, String expected) {
        Schedule once =
                time.create(
                        missing(message(at(START.plus(Duration.ofHours(1)))), mode, 10, within));

        time.comeBackAfter(duration(back));
        time.comeBackAfter(Duration.ofDays(1));

        assertThat(time.runs(once)).isEqualTo(expected);
        time.requireAccountOf(once);
        assertThat(time.found(once).state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    /// Down, up, down again: each time is accounted for by itself.
    @ParameterizedTest
    @EnumSource(CatchUp.class)
    void howeverOftenTheProcessGoesDownNoOccurrenceIsWithoutARecord(CatchUp mode) {
        List<Schedule> hourly =
                hourly().stream()
                        .map(trigger -> time.create(missing(message(trigger), mode, 3, "5h")))
                        .toList();

        for (String downtime : List.of("59m", "61m", "10s", "7h", "30s", "26h", "1m", "90m")) {
            time.comeBackAfter(duration(downtime));
            time.pass(Duration.ofMinutes(7));
        }

        assertThat(hourly).allSatisfy(time::requireAccountOf);
        assertThat(hourly).extracting(time::runs).containsOnly(time.runs(hourly.getFirst()));
    }

    private static List<Trigger> hourly() {
        Duration hour = Duration.ofHours(1);
        return List.of(
                every(hour),
                new Trigger.Cron("0 * * * *", BERLIN),
                new Trigger.Window(Set.of(), MIDNIGHT, MIDNIGHT, hour, BERLIN),
                new Trigger.Within(
                        new Trigger.Every(hour, START, BERLIN),
                        new ActiveHours(Set.of(), MIDNIGHT, MIDNIGHT)));
    }

    private static Terms missing(Terms terms, CatchUp mode, int max, @Nullable String within) {
        return terms.withPolicies(
                terms.policies()
                        .withMissed(
                                new Policies.Missed(
                                        mode, max, within == null ? null : duration(within))));
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }
}
