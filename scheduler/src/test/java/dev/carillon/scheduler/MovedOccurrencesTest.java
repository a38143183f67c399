package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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

/// What people do to single occurrences: leave one out, put one off, stop for a while, run one now.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MovedOccurrencesTest {
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    12:10 skip                          | 13:00 skipped on request, 14:00 ran, 15:00 ran
                    12:10 skip, 12:11 skip              | 13:00 skipped on request, 14:00 skipped on request, 15:00 ran
                    12:10 skip, 12:20 run               | 12:20 ran, 13:00 skipped on request, 14:00 ran, 15:00 ran
                    12:10 snooze 13:20                  | 13:20 ran, 14:00 ran, 15:00 ran
                    12:10 snooze 13:20, 12:20 skip      | 13:20 skipped on request, 14:00 ran, 15:00 ran
                    12:10 snooze 14:20, 12:20 skip      | 14:00 skipped on request, 14:20 ran, 15:00 ran
                    12:10 snooze 14:00                  | 13:00 snoozed to a time at which it comes anyway, 14:00 ran, 15:00 ran
                    12:10 snooze 13:20, 12:20 snooze 14:00 | 13:20 snoozed to a time at which it comes anyway, 14:00 ran, 15:00 ran
                    13:05 snooze 13:15                  | 13:00 ran, 13:15 ran, 14:00 ran, 15:00 ran
                    13:05 snooze 13:15, 13:10 skip      | 13:00 ran, 13:15 skipped on request, 14:00 ran, 15:00 ran
                    13:05 snooze 14:00                  | 13:00 ran, 14:00 ran, 15:00 ran
                    13:05 snooze 13:15, 13:10 snooze 13:40 | 13:00 ran, 13:40 ran, 14:00 ran, 15:00 ran
                    13:05 snooze 14:30, 13:10 pause     | 13:00 ran
                    12:10 pause 14:30                   | 15:00 ran
                    12:10 pause 14:00                   | 14:00 ran, 15:00 ran
                    12:10 pause, 14:10 resume           | 15:00 ran
                    12:10 pause 15:30, 13:30 resume     | 14:00 ran, 15:00 ran
                    12:10 pause, 12:20 run              | 12:20 ran
                    12:10 run                           | 12:10 ran, 13:00 ran, 14:00 ran, 15:00 ran
                    12:10 run, 12:10 run                | 12:10 ran, 12:10:00.001 ran, 13:00 ran, 14:00 ran, 15:00 ran
                    13:30 cancel                        | 13:00 ran
                    """)
    void whatRecursIsMovedOnceAndGoesOnAsBefore(String deeds, String expected) {
        Schedule hourly = time.create(message(every(Duration.ofHours(1))));

        doAndPass(hourly, deeds);

        assertThat(time.runs(hourly)).isEqualTo(expected);
        time.requireSenseOfRuns(hourly);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12:10 skip                          | 13:00 skipped on request    | FINISHED
                    12:10 snooze 14:10                  | 14:10 ran                   | FINISHED
                    12:10 snooze 14:10, 12:20 skip      | 14:10 skipped on request    | FINISHED
                    13:05 snooze 14:10                  | 13:00 ran, 14:10 ran        | FINISHED
                    13:05 snooze 14:10, 13:10 skip      | 13:00 ran, 14:10 skipped on request | FINISHED
                    13:05 snooze 14:10, 14:15 snooze 14:25 | 13:00 ran, 14:10 ran, 14:25 ran  | FINISHED
                    13:05 snooze 16:00                  | 13:00 ran                   | ACTIVE
                    12:10 pause 14:30                   | 13:00 ran                   | FINISHED
                    12:10 pause, 14:30 resume           | 13:00 ran                   | FINISHED
                    12:10 run                           | 12:10 ran, 13:00 ran        | FINISHED
                    13:30 run                           | 13:00 ran, 13:30 ran        | FINISHED
                    """)
    void whatComesOnceIsMovedAndIsOverWhenItHasCome(
            String deeds, String expected, Schedule.Status status) {
        Schedule once = time.create(message(at(START.plus(Duration.ofHours(1)))));

        doAndPass(once, deeds);

        assertThat(time.runs(once)).isEqualTo(expected);
        time.requireSenseOfRuns(once);
        assertThat(time.found(once).state().status()).isEqualTo(status);
    }

    /// The engine looks a little after the very instant.
    @Test
    void whatIsDueTheMomentAPauseEndsFires() {
        Schedule hourly = time.create(message(every(Duration.ofHours(1))));
        time.schedules().pause(hourly.id(), instant("14:00"));

        time.comeBackAt(instant("14:00").plusMillis(20));

        assertThat(time.runs(hourly)).isEqualTo("14:00 ran");
    }

    /// The pause explains what came by during it, but not what was missed after it.
    @Test
    void whatIsMissedAfterAPauseIsOnRecordAsAnythingThatIsMissed() {
        Schedule hourly = time.create(message(every(Duration.ofHours(1))));
        time.schedules().pause(hourly.id(), instant("13:30"));

        time.comeBackAt(instant("15:30"));

        assertThat(time.runs(hourly)).isEqualTo("14:00 missed, 15:00 missed");
    }

    /// Does each deed at its time, and lets time pass until 15:30.
    private void doAndPass(Schedule schedule, String deeds) {
        for (String deed : List.of(deeds.split(", "))) {
            List<String> words = List.of(deed.split(" "));
            passUntil(instant(words.getFirst()));
            carryOut(schedule.id(), words.get(1), words.size() > 2 ? instant(words.get(2)) : null);
        }
        passUntil(instant("15:30"));
    }

    private void carryOut(ScheduleId id, String deed, @Nullable Instant until) {
        switch (deed) {
            case "skip" -> time.schedules().skipNext(id);
            case "snooze" -> time.schedules().snooze(id, Objects.requireNonNull(until));
            case "pause" -> time.schedules().pause(id, until);
            case "resume" -> time.schedules().resume(id);
            case "run" -> time.schedules().runNow(id);
            case "cancel" -> time.schedules().cancel(id);
            default -> throw new IllegalArgumentException(deed);
        }
    }

    private void passUntil(Instant instant) {
        time.pass(Duration.between(time.now(), instant));
    }

    private static Instant instant(String time) {
        return LocalDate.ofInstant(START, ZoneOffset.UTC)
                .atTime(LocalTime.parse(time))
                .toInstant(ZoneOffset.UTC);
    }
}
