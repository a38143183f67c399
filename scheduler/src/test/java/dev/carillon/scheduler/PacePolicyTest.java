package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.BERLIN;
import static dev.carillon.scheduler.testing.SampleSchedules.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Heartbeats and their like keep to their pace and to their hours, in the schedule's own zone.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PacePolicyTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final PassingTime time = new PassingTime(application);
    private final RunStore runs = application.bean(RunStore.class);

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

    /// A week from Wednesday noon on; on the weekend of 28 March the clocks go forward.
    @ParameterizedTest(name = "{1} {2} in the week of {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-01-14T12:00:00Z | mon-fri 09:00-17:00  | 30m | 80  | 09:00 | 16:30
                    2026-01-14T12:00:00Z | mon-fri 09:00-17:00  | 45m | 55  | 09:00 | 16:30
                    2026-01-14T12:00:00Z | daily 08:00-20:00    | 3h  | 28  | 08:00 | 17:00
                    2026-01-14T12:00:00Z | sat,sun 22:00-02:00  | 1h  | 8   | 00:00 | 23:00
                    2026-01-14T12:00:00Z | daily 00:00-24:00    | 6h  | 28  | 00:00 | 18:00
                    2026-03-25T12:00:00Z | daily 01:00-05:00    | 1h  | 27  | 01:00 | 04:00
                    2026-10-21T12:00:00Z | daily 01:00-05:00    | 1h  | 29  | 01:00 | 04:00
                    """)
    void aPaceWithinHoursIsKept(
            Instant from,
            String hours,
            String every,
            int firings,
            LocalTime earliest,
            LocalTime latest) {
        application.clock().set(from);
        ActiveHours within = ActiveHours.parse(hours);
        Schedule heartbeat =
                time.create(
                        terms(
                                new Trigger.Window(
                                        within.days(),
                                        within.from(),
                                        within.to(),
                                        Duration.parse("PT" + every),
                                        BERLIN),
                                new Payload.Heartbeat()));

        passAWeek(heartbeat);

        List<ZonedDateTime> local = localTimes(heartbeat);
        assertThat(local).hasSize(firings);
        assertThat(local)
                .extracting(ZonedDateTime::toLocalTime)
                .contains(earliest, latest)
                .allSatisfy(at -> assertThat(at).isBetween(earliest, latest));
        time.requireAccountOf(heartbeat);
    }

    /// The same hours around a cron expression and around an interval.
    @ParameterizedTest(name = "{0} within {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */20 * * * * | mon-fri 09:00-17:00 | 120
                    0 * * * *    | sat,sun 22:00-02:00 | 8
                    15 9 * * *   | mon-fri 08:00-20:00 | 5
                    """)
    void whatIsKeptWithinHoursDoesNotExistOutsideThem(String cron, String hours, int firings) {
        Trigger trigger =
                new Trigger.Within(new Trigger.Cron(cron, BERLIN), ActiveHours.parse(hours));
        Schedule schedule = time.create(terms(trigger, new Payload.Heartbeat()));

        passAWeek(schedule);

        assertThat(localTimes(schedule)).hasSize(firings);
        time.requireAccountOf(schedule);
    }

    /// Each run ends before the next is due.
    private void passAWeek(Schedule schedule) {
        Instant end = time.now().plus(Duration.ofDays(7));
        while (time.now().isBefore(end)) {
            Instant next = time.schedules().upcoming(time.found(schedule), 1).getFirst();
            time.comeBackAt(next.isBefore(end) ? next : end);
            runs.latest(schedule.id(), 1).stream()
                    .filter(run -> run.status() == Run.Status.WAITING)
                    .forEach(this::finish);
        }
    }

    private void finish(Run run) {
        runs.finish(
                run.id(),
                new RunStore.RunResult(
                        Run.Status.SUCCEEDED, "silent", null, null, Run.Delivery.NONE),
                time.now());
    }

    private List<ZonedDateTime> localTimes(Schedule schedule) {
        return runs.latest(schedule.id(), 1000).stream()
                .filter(run -> run.status() == Run.Status.SUCCEEDED)
                .map(run -> run.dueAt().atZone(BERLIN))
                .toList();
    }
}
