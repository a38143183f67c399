package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.testing.RecordingHandover;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: the same thing came twice, three times, ten times.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DuplicatesComplaintsTest {
    private static final Duration HOUR = Duration.ofHours(1);

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

    /// hermes #59229, #102944; openclaw #67196: two schedulers tick one store. On SQLite they are
    /// two engines of one process, which is all that its lock allows.
    @Test
    void twoEnginesOnOneStoreFireEveryOccurrenceOnce() throws Exception {
        int most = 300;
        for (int i = 0; i < most; i++) {
            time.create(message(every(HOUR)));
        }
        FiringEngine one = application.bean(FiringEngine.class);
        try (TestApplication other = TestApplication.on(settings);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            FiringEngine two = other.bean(FiringEngine.class);
            application.clock().advance(HOUR);
            other.clock().advance(HOUR);

            List<Future<Integer>> fired =
                    threads.invokeAll(List.of(one::fireAllDue, two::fireAllDue));

            assertThat(fired.getFirst().get() + fired.getLast().get()).isEqualTo(most);
            assertThat(one.fireAllDue() + two.fireAllDue()).isZero();
        }
        assertThat(application.handover().rows())
                .hasSize(most)
                .extracting(RecordingHandover.HandedOver::scheduleId)
                .doesNotHaveDuplicates();
    }

    /// hermes PR #3396; openclaw #30246: each start of a crash loop fired the job again.
    @Test
    void aProcessThatRestartsAgainAndAgainInTheMinuteOfAJobRunsItOnce() {
        Schedule hourly = time.create(message(every(HOUR)));
        Schedule once = time.create(task(at(START.plus(HOUR))));

        for (int restart = 0; restart < 5; restart++) {
            application.close();
            application = TestApplication.on(settings);
            time = new PassingTime(application);
            time.comeBackAt(START.plus(HOUR).plusSeconds(restart * 10L));
        }

        assertThat(time.runs(hourly)).isEqualTo("13:00 ran");
        assertThat(time.runs(once)).isEqualTo("13:00 waits");
        time.requireAccountOf(hourly);
        time.requireAccountOf(once);
    }

    /// hermes #24289: fired a little early, and again when the clock had been put right.
    @Test
    void aClockThatIsPutBackMakesNothingFireAgain() {
        Schedule hourly = time.create(message(every(HOUR)));
        time.comeBackAfter(HOUR);

        time.comeBackAt(START.plus(HOUR).minusSeconds(40));
        time.pass(HOUR.plusSeconds(40));

        assertThat(time.runs(hourly)).isEqualTo("13:00 ran, 14:00 ran");
        time.requireAccountOf(hourly);
    }

    /// openclaw #86451: an update turned 28 jobs into 74.
    @Test
    void whoMakesItsJobsAgainAfterEachUpdateHasThemOnce() {
        for (int update = 0; update < 3; update++) {
            application.close();
            application = TestApplication.on(settings);
            time = new PassingTime(application);
            IntStream.range(0, 28)
                    .forEach(job ->
                            time.schedules()
                                    .create(
                                            message(every(HOUR)),
                                            Owner.person("anna"),
                                            "job " + job));
        }

        time.comeBackAfter(HOUR);

        assertThat(application.number("SELECT COUNT(*) FROM schedule")).isEqualTo(28);
        assertThat(application.handover().rows()).hasSize(28);
    }

    /// agno PR #10199: what still ran after 300 seconds was handed out a second time.
    @Test
    void aJobThatStillRunsIsNotHandedOutAgain() {
        Schedule hourly = time.create(task(every(HOUR)));
        time.comeBackAfter(HOUR);

        time.pass(Duration.ofMinutes(59));

        assertThat(time.runs(hourly)).isEqualTo("13:00 waits");
        assertThat(application.handover().rows()).hasSize(1);
    }

    /// openclaw #27921, #20202: one reminder was injected up to ten times.
    @Test
    void aReminderThatIsSnoozedAgainAndAgainComesOnceForEachSnooze() {
        Schedule once = time.create(message(at(START.plus(HOUR))));
        time.comeBackAfter(HOUR);

        for (int press = 0; press < 5; press++) {
            time.schedules().snooze(once.id(), time.now().plusSeconds(600));
        }
        time.pass(HOUR);

        assertThat(time.runs(once)).isEqualTo("13:00 ran, 13:10 ran");
        time.requireSenseOfRuns(once);
    }
}
