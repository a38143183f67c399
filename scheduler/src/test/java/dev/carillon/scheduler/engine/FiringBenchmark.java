package dev.carillon.scheduler.engine;

import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Measures how many occurrences a second the engine fires, run rows included, with a handover that
/// writes nothing. Prints one line for each database: the median of three runs after one that warms
/// up.
///
/// From the root of the repository, on JDK 25, with the numbers of stored and of due schedules:
///
/// ```
/// mvn -q -pl scheduler -am test-compile dependency:build-classpath \
///     -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
/// java -cp scheduler/target/classes:scheduler/target/test-classes:$(cat scheduler/target/classpath) \
///     dev.carillon.scheduler.engine.FiringBenchmark 100000 20000
/// ```
public final class FiringBenchmark {
    private static final int RUNS = 3;
    private static final int CHUNK = 5_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FiringBenchmark() {}

    public static void main(String[] arguments) {
        int stored = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int due = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        for (TestDatabase database : TestDatabase.values()) {
            Result result = measure(database, stored, due);
            System.out.printf(
                    "%s: %,d occurrences/s, %.1f us of processor time each"
                            + " (%,d due of %,d stored, median of %d)%n",
                    database, result.perSecond(), result.busyMicros(), due, stored, RUNS);
        }
    }

    private static Result measure(TestDatabase database, int stored, int due) {
        try (TestApplication application = TestApplication.on(database)) {
            store(application, stored, due);
            application.guardRails().unreadLimit(GuardRailsConfig.DEFAULT.unreadLimit());
            application.execute("ANALYZE");
            FiringEngine engine = application.engineWith(new WritesNothing());
            fireOnce(application, engine, due);
            return IntStream.range(0, RUNS)
                    .mapToObj(_ -> fireOnce(application, engine, due))
                    .sorted(Comparator.comparingLong(Result::perSecond))
                    .skip(RUNS / 2)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Result fireOnce(TestApplication application, FiringEngine engine, int due) {
        long start = System.nanoTime();
        long startBusy = THREADS.getCurrentThreadCpuTime();
        int fired = engine.fireAllDue();
        long nanos = System.nanoTime() - start;
        long busy = THREADS.getCurrentThreadCpuTime() - startBusy;
        if (fired != due) {
            throw new IllegalStateException("fired " + fired + " of " + due);
        }
        // Nobody delivers here; what were on its way for ever would count as unread.
        application.execute("UPDATE run SET delivery = 'DELIVERED' WHERE delivery = 'PENDING'");
        application.clock().advance(Duration.ofHours(1));
        return new Result(due * Duration.ofSeconds(1).toNanos() / nanos, busy / 1e3 / due);
    }

    /// @param busyMicros processor time of the engine's thread for one occurrence; unlike the rate
    ///   it says something on a machine that is busy with other things
    private record Result(long perSecond, double busyMicros) {}

    private static void store(TestApplication application, int stored, int due) {
        ScheduleStore schedules = application.bean(ScheduleStore.class);
        for (int first = 0; first < stored; first += CHUNK) {
            int from = first;
            application.run(() -> {
                for (int i = from; i < Math.min(from + CHUNK, stored); i++) {
                    schedules.insert(schedule(i, i < due), null);
                }
            });
        }
    }

    /// Due ones come again every hour; the others not before the benchmark is over.
    private static Schedule schedule(int index, boolean due) {
        Trigger trigger = new Trigger.Cron("0 * * * *", SampleSchedules.BERLIN);
        Terms sample = SampleSchedules.message(trigger);
        Terms terms =
                new Terms(
                        "hourly",
                        Destination.of("telegram", "chat-" + index / 10),
                        sample.agent(),
                        trigger,
                        sample.payload(),
                        Policies.defaultsFor(trigger));
        return new Schedule(
                new ScheduleId("schedule-%08d".formatted(index)),
                index % 10 + 1,
                terms,
                SampleSchedules.ANNA,
                Schedule.State.startingAt(
                        due ? TestApplication.START : TestApplication.START.plusSeconds(864_000)),
                TestApplication.START);
    }

    private static final class WritesNothing implements Handover {
        @Override
        public void tell(List<Notice> notices) {}

        @Override
        public void write(List<Firing> firings) {}

        @Override
        public void written(List<Firing> firings) {}
    }
}
