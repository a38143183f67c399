package dev.carillon.scheduler.engine;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class FiringTogetherTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private static TestApplication replica;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        Map<String, Object> settings = database.create();
        application = TestApplication.on(settings);
        replica = database == TestDatabase.POSTGRESQL ? TestApplication.on(settings) : null;
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
        if (replica != null) {
            replica.close();
        }
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @Test
    void twoEnginesFireTenThousandDueSchedulesExactlyOnce() throws Exception {
        store(10_000);

        int fired = fireTogether(engineOfAnother());

        assertThat(fired).isEqualTo(10_000);
        assertThat(application.number("SELECT COUNT(*) FROM handed_over")).isEqualTo(10_000);
        assertThat(application.number("SELECT COUNT(DISTINCT schedule_id) FROM handed_over"))
                .isEqualTo(10_000);
        assertThat(application.number("SELECT COUNT(*) FROM run")).isEqualTo(10_000);
        assertThat(application.number("SELECT COUNT(*) FROM schedule WHERE run_count = 1"))
                .isEqualTo(10_000);
    }

    /// What one engine holds is not the other's business: it neither waits nor spins.
    @Test
    void anEngineDoesNotWaitForWhatAnotherHolds() throws Exception {
        store(3);
        FiringEngine other = engineOfAnother();
        FiringEngine engine =
                application.engineWith(
                        new Handover() {
                            @Override
                            public void tell(List<Notice> notices) {}

                            @Override
                            public void write(List<Firing> firings) {
                                if (database == TestDatabase.POSTGRESQL) {
                                    int others = inThread(other::fireAllDue);
                                    assertThat(others).isZero();
                                }
                                application.handover().write(firings);
                            }

                            @Override
                            public void written(List<Firing> firings) {}
                        });

        assertThat(engine.fireAllDue()).isEqualTo(3);
        assertThat(other.fireAllDue()).isZero();
    }

    @Test
    void twoWhoFireATaskByHandAtOnceFireItOnce() throws Exception {
        ScheduleStore schedules = application.bean(ScheduleStore.class);
        var task = schedule(1, task(at(START)), START.plusSeconds(600));
        schedules.insert(task, null);
        FiringEngine engine = application.bean(FiringEngine.class);
        FiringEngine other = engineOfAnother();

        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            for (int i = 0; i < 8; i++) {
                FiringEngine chosen = i % 2 == 0 ? engine : other;
                asked.add(executor.submit(() -> chosen.fireNow(task.id())));
            }
        }

        assertThat(asked).filteredOn(each -> each.state() == Future.State.SUCCESS).hasSize(1);
        assertThat(application.handover().rows()).hasSize(1);
    }

    private int fireTogether(FiringEngine other) throws Exception {
        FiringEngine engine = application.bean(FiringEngine.class);
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            Future<Integer> one = executor.submit(engine::fireAllDue);
            Future<Integer> two = executor.submit(other::fireAllDue);
            return one.get() + two.get() + engine.fireAllDue();
        }
    }

    /// On PostgreSQL a second replica; SQLite has only one process, so there a second engine.
    private FiringEngine engineOfAnother() {
        return replica == null
                ? application.engineWith(application.handover())
                : replica.bean(FiringEngine.class);
    }

    private static <T> T inThread(Callable<T> work) {
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            return executor.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(int count) {
        ScheduleStore schedules = application.bean(ScheduleStore.class);
        application.run(() ->
                IntStream.rangeClosed(1, count)
                        .mapToObj(number ->
                                schedule(number, message(every(Duration.ofHours(1))), START))
                        .forEach(each -> schedules.insert(each, null)));
    }
}
