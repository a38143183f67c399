package dev.carillon.scheduler.engine;

import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What people complained about elsewhere: one job holds up all others, or kills what fires them.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class HeadOfLineComplaintsTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final ScheduleStore schedules = application.bean(ScheduleStore.class);

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

    /// hermes #37179: the thread that ticks died, and nobody noticed.
    @Test
    void whateverIsThrownTheThreadThatFiresGoesOn() {
        Schedule minutely = schedule(1, message(every(Duration.ofMinutes(1))), START);
        schedules.insert(minutely, null);
        AtomicInteger troubles = new AtomicInteger();
        application
                .handover()
                .troubledBy(_ -> {
                    if (troubles.incrementAndGet() == 1) {
                        throw new StackOverflowError("not even an exception");
                    }
                });
        Wakeup wakeup = application.bean(Wakeup.class);
        try (EngineLoop loop = new EngineLoop(application.bean(FiringEngine.class), wakeup)) {
            loop.start();

            Eventually.until(() -> troubles.get() > 0);
            Eventually.until(() -> application.handover().told().size() == 1);

            assertThat(loop.isRunning()).isTrue();
        }
    }

    /// openclaw #119083, #132952; hermes #27485: a job of 9 h 40 min held everything, and a job of
    /// every five minutes had gaps of an hour.
    @Test
    void whileOneJobTakesTenHoursAllOthersFireOnTime() {
        schedules.insert(schedule(1, task(every(Duration.ofMinutes(5))), START), null);
        application.run(() ->
                IntStream.rangeClosed(2, 20)
                        .forEach(number ->
                                schedules.insert(
                                        schedule(
                                                number,
                                                message(every(Duration.ofMinutes(5))),
                                                START),
                                        null)));

        for (int step = 0; step < 116; step++) {
            application.bean(FiringEngine.class).fireAllDue();
            application.clock().advance(Duration.ofMinutes(5));
        }

        assertThat(application.number("SELECT COUNT(*) FROM run WHERE fired_at <> due_at"))
                .isZero();
        assertThat(application.number("SELECT COUNT(*) FROM run WHERE status = 'SUCCEEDED'"))
                .isEqualTo(19 * 116);
        assertThat(application.number("SELECT COUNT(*) FROM run WHERE reason = 'overlap'"))
                .isEqualTo(115);
    }
}
