package dev.carillon.scheduler.engine;

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
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Measures how many occurrences a second the engine fires, run rows included, with a handover that
/// writes nothing. Prints one line for each database: the median of three runs.
///
/// From the root of the repository, with the numbers of stored and of due schedules:
///
/// ```
/// mvn -q -pl scheduler -am test-compile -Pbenchmark -Dbenchmark.args="100000 20000"
/// ```
public final class FiringBenchmark {
    private static final int RUNS = 3;
    private static final int CHUNK = 5_000;

    private FiringBenchmark() {}

    public static void main(String[] arguments) {
        int stored = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int due = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        for (TestDatabase database : TestDatabase.values()) {
            System.out.printf(
                    "%s: %,d occurrences/s (%,d due of %,d stored, median of %d)%n",
                    database, measure(database, stored, due), due, stored, RUNS);
        }
    }

    private static long measure(TestDatabase database, int stored, int due) {
        try (TestApplication application = TestApplication.on(database)) {
            store(application, stored, due);
            application.execute("ANALYZE");
            FiringEngine engine = application.engineWith(new WritesNothing());
            return IntStream.range(0, RUNS)
                    .mapToLong(_ -> fireOnce(application, engine, due))
                    .sorted()
                    .skip(RUNS / 2)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long fireOnce(TestApplication application, FiringEngine engine, int due) {
        long start = System.nanoTime();
        int fired = engine.fireAllDue();
        long nanos = System.nanoTime() - start;
        if (fired != due) {
            throw new IllegalStateException("fired " + fired + " of " + due);
        }
        application.clock().advance(Duration.ofHours(1));
        return due * Duration.ofSeconds(1).toNanos() / nanos;
    }

    private static void store(TestApplication application, int stored, int due) {
        ScheduleStore schedules = application.bean(ScheduleStore.class);
        for (int first = 0; first < stored; first += CHUNK) {
            int from = first;
            application.run(
                    () -> {
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
        public void write(List<Firing> firings) {}

        @Override
        public void written(List<Firing> firings) {}
    }
}
