package dev.carillon.scheduler.engine;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.MortalDriver;
import dev.carillon.scheduler.testing.RecordingHandover;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class FiringCrashTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final FiringEngine engine = application.bean(FiringEngine.class);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = TestApplication.on(MortalDriver.mortal(database.create()));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @AfterEach
    void revive() {
        MortalDriver.revive();
    }

    /// Killed at each step between two writes, and at the commit: the database is as it was, and
    /// the next start fires everything.
    @Test
    void aProcessKilledAtAnyStepLosesNothingAndDoublesNothing() {
        int steps = stepsOfOneFiring();

        for (int step = 1; step <= steps; step++) {
            prepare();
            List<String> before = state();

            fireAndDieAt(step, false);

            // The last step is the look for more, after the commit.
            boolean committed = step == steps;
            assertThat(state().equals(before))
                    .as("as before step %s", step)
                    .isNotEqualTo(committed);
            fireTheRest();
            assertThat(handedOver())
                    .as("after step %s", step)
                    .containsExactlyElementsOf(expected());
        }
        assertThat(steps).isGreaterThanOrEqualTo(5);
    }

    /// Killed when a step was done and before its answer arrived; after the commit all is fired.
    @Test
    void aProcessKilledRightAfterAnyStepLosesNothingAndDoublesNothing() {
        int steps = stepsOfOneFiring();

        for (int step = 1; step <= steps; step++) {
            prepare();

            fireAndDieAt(step, true);
            fireTheRest();

            assertThat(handedOver())
                    .as("after step %s", step)
                    .containsExactlyElementsOf(expected());
            assertThat(application.number("SELECT COUNT(*) FROM run")).isEqualTo(5);
        }
    }

    /// As the loop does: PostgreSQL keeps the rows of a dead connection locked until it notices.
    private void fireTheRest() {
        Eventually.until(() -> {
            engine.fireAllDue();
            return !handedOver().isEmpty();
        });
        engine.fireAllDue();
    }

    private int stepsOfOneFiring() {
        prepare();
        MortalDriver.dieAt(Integer.MAX_VALUE, false);
        engine.fireAllDue();
        return MortalDriver.revive();
    }

    private void fireAndDieAt(int step, boolean done) {
        MortalDriver.dieAt(step, done);
        try {
            // Which exception it is says nothing: the clean-up of a dead connection fails as well.
            assertThatThrownBy(engine::fireAllDue).isInstanceOf(RuntimeException.class);
        } finally {
            MortalDriver.revive();
        }
    }

    /// A message, a one-shot, a task that fires and one whose last run is still open.
    private void prepare() {
        application.reset();
        ScheduleStore schedules = application.bean(ScheduleStore.class);
        schedules.insert(schedule(4, task(every(Duration.ofMinutes(1))), START), null);
        application.clock().set(START.minusSeconds(60));
        engine.fireNow(new ScheduleId("schedule-4"));
        application.clock().set(START);
        application.execute("DELETE FROM handed_over");
        schedules.insert(schedule(1, message(every(Duration.ofMinutes(1))), START), null);
        schedules.insert(schedule(2, message(at(START)), START), null);
        schedules.insert(schedule(3, task(every(Duration.ofMinutes(1))), START), null);
    }

    private static List<String> expected() {
        return List.of("schedule-1", "schedule-2", "schedule-3");
    }

    private static List<String> handedOver() {
        return application.handover().rows().stream()
                .map(RecordingHandover.HandedOver::scheduleId)
                .toList();
    }

    private static List<String> state() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("schedule", "run", "handed_over")) {
            rows.addAll(application.rows("SELECT * FROM " + table + " ORDER BY 1"));
        }
        return rows;
    }
}
