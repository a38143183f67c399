package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.BERLIN;
import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Policies.Missed;
import dev.carillon.scheduler.Policies.Missed.CatchUp;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: runs that were missed in silence, and runs that were
/// made up for when nobody wanted them any more. The process really ends and starts again.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MissedRunsComplaintsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Parameter TestDatabase database;

    private Map<String, Object> settings;
    private TestApplication application;
    private PassingTime time;

    @BeforeEach
    void start() {
        settings = database.create();
        application = TestApplication.on(settings);
        time = new PassingTime(application);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    /// openclaw #33092, #4018, #12744, #10067, #104412: the gateway was down for seconds.
    @Test
    void aProcessThatIsDownForSecondsAtTheDueTimeRunsTheJobWhenItIsBack() {
        Schedule hourly = time.create(message(every(HOUR)));
        Schedule once = time.create(message(at(START.plus(HOUR))));
        time.comeBackAfter(HOUR.minusSeconds(10));

        restartAt(START.plus(HOUR).plusSeconds(25));

        assertThat(time.runs(hourly)).isEqualTo("13:00 ran");
        assertThat(time.runs(once)).isEqualTo("13:00 ran");
        assertThat(application.handover().told())
                .extracting(firing -> firing.lateBy())
                .containsOnly(Duration.ofSeconds(25));
    }

    /// openclaw #34432, #10348: a next run in the past was never looked at again.
    @Test
    void aNextRunThatExpiredDuringARestartDoesNotStopTheJob() {
        Schedule hourly = time.create(message(every(HOUR)));

        restartAt(START.plus(Duration.ofMinutes(150)));
        restartAt(START.plus(Duration.ofMinutes(200)));
        time.pass(HOUR);

        assertThat(time.runs(hourly))
                .isEqualTo("13:00 missed, 14:00 missed, 15:00 missed, 16:00 ran");
        time.requireAccountOf(hourly);
    }

    /// openclaw #73643, #73644: jobs of the market's opening hours ran at ten past ten at night.
    @Test
    void aJobOfTheMarketsHoursIsNotMadeUpForAtNightUnlessSomebodyWantsThat() {
        application.clock().set(Instant.parse("2026-01-14T15:00:00Z"));
        Trigger eleven = new Trigger.Cron("0 11 * * MON-FRI", NEW_YORK);
        Schedule usual = time.create(message(eleven));
        Schedule soon = time.create(missed(eleven, new Missed(CatchUp.RUN_ONCE, 1, hours(2))));
        Schedule whenever = time.create(missed(eleven, new Missed(CatchUp.RUN_ONCE)));

        restartAt(Instant.parse("2026-01-15T03:10:00Z"));

        assertThat(time.runs(usual)).isEqualTo("16:00 missed");
        assertThat(time.runs(soon)).isEqualTo("16:00 missed");
        assertThat(time.runs(whenever)).isEqualTo("16:00 ran");
        time.comeBackAt(Instant.parse("2026-01-15T16:00:00Z"));
        assertThat(time.runs(usual)).as("at eleven of the next day").endsWith("16:00 ran");
    }

    /// openclaw #73643: the window is for those who want a little lateness made up for.
    @Test
    void aJobOfTheMarketsHoursThatIsAnHourLateIsMadeUpForWithinItsWindow() {
        application.clock().set(Instant.parse("2026-01-14T15:00:00Z"));
        Trigger eleven = new Trigger.Cron("0 11 * * MON-FRI", NEW_YORK);
        Schedule soon = time.create(missed(eleven, new Missed(CatchUp.RUN_ONCE, 1, hours(2))));

        restartAt(Instant.parse("2026-01-14T17:00:00Z"));

        assertThat(time.runs(soon)).isEqualTo("16:00 ran");
    }

    /// hermes #111212: the job of Friday afternoon ran on Sunday morning.
    @Test
    void theJobOfFridayAfternoonDoesNotRunOnSundayMorning() {
        application.clock().set(Instant.parse("2026-01-16T10:00:00Z"));
        Schedule friday = time.create(task(new Trigger.Cron("0 16 * * FRI", BERLIN)));

        restartAt(Instant.parse("2026-01-18T09:06:00Z"));

        assertThat(time.runs(friday)).isEqualTo("15:00 missed");
        assertThat(time.schedules().upcoming(time.found(friday), 1))
                .containsExactly(Instant.parse("2026-01-23T15:00:00Z"));
    }

    /// hermes #111414, #113603, #114309: a slot was used up and no record of it was left.
    @Test
    void whatWasMissedCanBeToldFromWhatWasNeverDue() {
        Schedule hourly = time.create(message(every(HOUR)));
        Schedule yearly = time.create(message(new Trigger.Cron("0 0 1 1 *", BERLIN)));

        restartAt(START.plus(hours(30)));

        assertThat(time.schedules().runs(hourly.id(), 100))
                .hasSize(30)
                .filteredOn(run -> run.status() == Run.Status.SKIPPED)
                .hasSize(29)
                .allSatisfy(run -> assertThat(run.reason()).isEqualTo("missed"));
        time.requireAccountOf(hourly);
        assertThat(time.runs(yearly)).isEmpty();
    }

    /// hermes #2788, #41037, #51038: the laptop slept, and nothing was ever recorded.
    @Test
    void aLaptopThatSleptSaysWhatItMissedAndGoesOn() {
        Schedule hourly = time.create(message(every(HOUR)));
        Schedule once = time.create(message(at(START.plus(hours(2)))));

        time.comeBackAfter(Duration.ofMinutes(8 * 60 + 30));
        time.comeBackAfter(Duration.ofMinutes(30));

        assertThat(time.runs(hourly))
                .startsWith("13:00 missed, 14:00 missed")
                .endsWith("20:00 missed, 21:00 ran");
        assertThat(time.runs(once)).isEqualTo("14:00 ran");
        time.requireAccountOf(hourly);
    }

    private void restartAt(Instant instant) {
        application.close();
        application = TestApplication.on(settings);
        time = new PassingTime(application);
        time.comeBackAt(instant);
    }

    private static Terms missed(Trigger trigger, Missed missed) {
        UnaryOperator<Policies> change = policies -> policies.withMissed(missed);
        return message(trigger).withPolicies(change.apply(Policies.defaultsFor(trigger)));
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
