package dev.carillon.scheduler.engine;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.RecordingHandover;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class EngineLoopTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final ScheduleStore schedules = application.bean(ScheduleStore.class);
    private final RecordingHandover handover = application.handover();
    private final Wakeup wakeup = new Wakeup();

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

    @Test
    void itFiresWhatIsDueAndWhatBecomesDue() {
        schedules.insert(schedule(1, message(at(START)), START), null);
        try (EngineLoop loop = loop(application.clock())) {
            loop.start();

            Eventually.until(() -> handover.told().size() == 1);
            schedules.insert(schedule(2, message(at(START)), START.plusSeconds(5)), null);
            application.clock().advance(Duration.ofSeconds(5));
            wakeup.signal();
            Eventually.until(() -> handover.told().size() == 2);
        }

        assertThat(handover.rows()).hasSize(2);
    }

    /// It sleeps towards a later one when an earlier one is made. Without the signal it would find
    /// it after a second.
    @Test
    void anEarlierScheduleThatIsMadeWhileItSleepsFiresOnTime() {
        InstantSource real = InstantSource.system();
        schedules.insert(schedule(1, message(at(START)), real.instant().plusSeconds(60)), null);
        try (EngineLoop loop = loop(real)) {
            loop.start();
            Eventually.until(() -> loop.isAsleep());

            Instant due = real.instant().plusMillis(150);
            schedules.insert(schedule(2, message(at(START)), due), null);
            wakeup.signal();
            Eventually.until(() -> handover.told().size() == 1);
        }

        Firing only = handover.told().getFirst();
        assertThat(only.schedule().number()).isEqualTo(2);
        assertThat(only.lateBy()).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void itGoesOnAfterAFailure() {
        schedules.insert(schedule(1, message(at(START)), START), null);
        application.execute("ALTER TABLE run RENAME TO run_away");
        try (EngineLoop loop = loop(application.clock())) {
            loop.start();
            Eventually.until(() -> loop.isAsleep());
            application.execute("ALTER TABLE run_away RENAME TO run");
            application.clock().advance(Duration.ofSeconds(40));
            wakeup.signal();

            Eventually.until(() -> handover.told().size() == 1);
        }
    }

    @Test
    void itCanBeStartedAndStoppedTwiceAndStoppedBeforeItsStart() {
        for (int round = 0; round < 50; round++) {
            EngineLoop loop = loop(application.clock());
            switch (round % 5) {
                case 0 -> loop.close();
                case 1 -> {
                    loop.start();
                    loop.start();
                }
                case 2 -> {
                    loop.start();
                    loop.close();
                }
                case 3 -> {
                    loop.start();
                    Eventually.until(loop::isAsleep);
                }
                default -> {
                    Thread other = Thread.ofVirtual().start(loop::close);
                    loop.start();
                    Eventually.until(() -> !other.isAlive());
                }
            }
            loop.close();
            loop.start();

            assertThat(loop.isRunning()).isFalse();
        }
    }

    private EngineLoop loop(InstantSource clock) {
        FiringEngine engine =
                new FiringEngine(
                        schedules,
                        application.bean(RunStore.class),
                        application.bean(Transactions.class),
                        handover,
                        application.bean(Brakes.class),
                        clock,
                        new Ids());
        return new EngineLoop(engine, wakeup);
    }
}
