package dev.carillon.scheduler;

import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of occurrences that come by while an earlier run is at work: every ten minutes
/// something is due that takes its time.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OverlapPolicyTest {
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

    @ParameterizedTest(name = "{1}, {0}: takes {2} minutes")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    task      | SKIP  |  9 | 12:10 ran, 12:20 ran, 12:30 ran, 12:40 ran, 12:50 ran, 13:00 runs
                    task      | SKIP  | 25 | 12:10 ran, 12:20 overlap, 12:30 overlap, 12:40 runs, 12:50 overlap, 13:00 overlap
                    task      | QUEUE | 25 | 12:10 ran, 12:20 ran, 12:30 overlap, 12:40 runs, 12:50 overlap, 13:00 overlap
                    task      | SKIP  | 99 | 12:10 runs, 12:20 overlap, 12:30 overlap, 12:40 overlap, 12:50 overlap, 13:00 overlap
                    task      | QUEUE | 99 | 12:10 runs, 12:20 waits, 12:30 overlap, 12:40 overlap, 12:50 overlap, 13:00 overlap
                    heartbeat | SKIP  | 25 | 12:10 ran, 12:20 overlap, 12:30 overlap, 12:40 runs, 12:50 overlap, 13:00 overlap
                    message   | SKIP  | 99 | 12:10 ran, 12:20 ran, 12:30 ran, 12:40 ran, 12:50 ran, 13:00 ran
                    """)
    void whatOverlapsIsSkippedOrWaitsAndIsOnRecord(
            String payload, Policies.Overlap overlap, long minutes, String expected) {
        Terms terms = terms(every(Duration.ofMinutes(10)), payload(payload));
        Schedule schedule = time.create(terms.withPolicies(terms.policies().withOverlap(overlap)));

        for (int minute = 1; minute <= 60; minute++) {
            time.comeBackAfter(Duration.ofMinutes(1));
            work(schedule, Duration.ofMinutes(minutes));
        }

        assertThat(time.runs(schedule)).isEqualTo(expected);
        time.requireAccountOf(schedule);
    }

    private static Payload payload(String kind) {
        return switch (kind) {
            case "task" -> new Payload.Task("look");
            case "heartbeat" -> new Payload.Heartbeat();
            default -> new Payload.Message("drink");
        };
    }

    /// As an agent does: one thing at a time, the oldest first.
    private void work(Schedule schedule, Duration needed) {
        List<Run> all = runs.latest(schedule.id(), 100).reversed();
        Optional<Run> running = first(all, Run.Status.RUNNING);
        running.filter(run -> hasTaken(run, needed)).ifPresent(this::finish);
        if (running.isEmpty() || hasTaken(running.get(), needed)) {
            first(all, Run.Status.WAITING).ifPresent(run -> runs.start(run.id(), time.now()));
        }
    }

    private static Optional<Run> first(List<Run> runs, Run.Status status) {
        return runs.stream().filter(run -> run.status() == status).findFirst();
    }

    private boolean hasTaken(Run run, Duration needed) {
        Instant started = run.startedAt();
        return started != null && !started.plus(needed).isAfter(time.now());
    }

    private void finish(Run run) {
        runs.finish(
                run.id(),
                new RunStore.RunResult(Run.Status.SUCCEEDED, null, "done", null, Run.Delivery.NONE),
                time.now());
    }
}
