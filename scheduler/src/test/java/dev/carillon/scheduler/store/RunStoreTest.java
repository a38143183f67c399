package dev.carillon.scheduler.store;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RunStoreTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final RunStore runs = application.bean(RunStore.class);
    private final ScheduleId one = new ScheduleId("schedule-1");
    private final ScheduleId two = new ScheduleId("schedule-2");

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
        ScheduleStore schedules = application.bean(ScheduleStore.class);
        schedules.insert(schedule(1, message(at(START)), START), null);
        schedules.insert(schedule(2, message(at(START)), START), null);
    }

    @Test
    void whatIsStoredIsReadBackTheSame() {
        Run full =
                new Run(
                        new RunId("a"),
                        one,
                        START,
                        Run.Cause.SNOOZE,
                        Run.Status.FAILED,
                        "reason",
                        3,
                        START.plusMillis(1),
                        START.plusMillis(2),
                        START.plusMillis(3),
                        "output 🌍",
                        "error",
                        Run.Delivery.UNKNOWN,
                        "platform-1");
        Run bare = waiting("b", one, START.plusSeconds(1));

        runs.insertAll(List.of(full, bare));
        runs.insertAll(List.of());

        assertThat(runs.find(full.id())).contains(full);
        assertThat(runs.find(bare.id())).contains(bare);
        assertThat(runs.find(new RunId("none"))).isEmpty();
    }

    @Test
    void anOccurrenceExistsOnceWhateverItsCause() {
        runs.insertAll(List.of(waiting("a", one, START)));
        runs.insertAll(List.of(waiting("b", two, START)));

        assertThatThrownBy(() -> runs.insertAll(List.of(waiting("c", one, START))))
                .isInstanceOf(RuntimeException.class);
        assertThat(runs.exists(one, START)).isTrue();
        assertThat(runs.exists(one, START.plusMillis(1))).isFalse();
        assertThat(application.number("SELECT COUNT(*) FROM run")).isEqualTo(2);
    }

    @Test
    void openRunsAreCountedPerSchedule() {
        runs.insertAll(
                List.of(
                        waiting("a", one, START),
                        waiting("b", one, START.plusSeconds(1)),
                        ended("c", one, START.plusSeconds(2), null)));
        runs.start(new RunId("b"), START);

        assertThat(runs.countOpen(List.of(one, two))).isEqualTo(Map.of(one, 2L));
        assertThat(runs.countOpen(List.of())).isEmpty();
    }

    @Test
    void aRunStartsAgainWithEachAttemptAndEndsOnce() {
        RunId id = new RunId("a");
        runs.insertAll(List.of(waiting("a", one, START)));

        runs.start(id, START.plusSeconds(1));
        runs.start(id, START.plusSeconds(2));
        boolean ended = runs.finish(id, result(Run.Status.SUCCEEDED, "done"), START.plusSeconds(3));
        boolean again = runs.finish(id, result(Run.Status.FAILED, "no"), START.plusSeconds(4));
        runs.start(id, START.plusSeconds(5));

        Run run = runs.find(id).orElseThrow();
        assertThat(ended).isTrue();
        assertThat(again).isFalse();
        assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
        assertThat(run.attempts()).isEqualTo(2);
        assertThat(run.startedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(run.endedAt()).isEqualTo(START.plusSeconds(3));
        assertThat(run.output()).isEqualTo("done");
        assertThat(run.delivery()).isEqualTo(Run.Delivery.PENDING);
    }

    @Test
    void deliveriesAreRecordedInOneBatchAndKeepWhatIsKnown() {
        runs.insertAll(
                List.of(
                        ended("a", one, START, "text"),
                        ended("b", one, START.plusSeconds(1), "text")));

        runs.recordDeliveries(List.of(delivery("a", Run.Delivery.DELIVERED, "m1", null)));
        runs.recordDeliveries(
                List.of(
                        delivery("a", Run.Delivery.UNKNOWN, null, null),
                        delivery("b", Run.Delivery.FAILED, null, "chat is gone")));
        runs.recordDeliveries(List.of());

        Run first = runs.find(new RunId("a")).orElseThrow();
        Run second = runs.find(new RunId("b")).orElseThrow();
        assertThat(first.delivery()).isEqualTo(Run.Delivery.UNKNOWN);
        assertThat(first.platformMessageId()).isEqualTo("m1");
        assertThat(first.error()).isNull();
        assertThat(second.delivery()).isEqualTo(Run.Delivery.FAILED);
        assertThat(second.error()).isEqualTo("chat is gone");
        assertThat(second.platformMessageId()).isNull();
    }

    @Test
    void runsAreListedNewestFirst() {
        Run first = ended("a", one, START, "old");
        Run second = waiting("b", one, START.plusSeconds(1));
        Run other = ended("c", two, START.plusSeconds(2), "other");
        runs.insertAll(List.of(first, second, other));

        assertThat(runs.latest(one, 10)).containsExactly(second, first);
        assertThat(runs.latest(one, 1)).containsExactly(second);
        assertThat(runs.since(START, null, 10)).containsExactly(other, second, first);
        assertThat(runs.since(START.plusSeconds(1), null, 10)).containsExactly(other, second);
        assertThat(runs.since(START, Run.Status.WAITING, 10)).containsExactly(second);
        assertThat(runs.since(START, null, 1)).containsExactly(other);
    }

    /// What was never told is nothing the next result can be compared with.
    @Test
    void theLastToldOutputIsThatOfTheLatestRunWhoseResultWentOut() {
        runs.insertAll(
                List.of(
                        ended("a", one, START, "told"),
                        ended("b", one, START.plusSeconds(1), "lost"),
                        waiting("c", one, START.plusSeconds(2))));
        runs.recordDeliveries(List.of(delivery("b", Run.Delivery.FAILED, null, "gone")));

        assertThat(runs.lastToldOutput(one)).contains("told");
        assertThat(runs.lastToldOutput(two)).isEmpty();
    }

    private static Run waiting(String id, ScheduleId schedule, Instant due) {
        return run(id, schedule, due, Run.Status.WAITING, null, Run.Delivery.NONE);
    }

    private static Run ended(String id, ScheduleId schedule, Instant due, @Nullable String output) {
        return run(id, schedule, due, Run.Status.SUCCEEDED, output, Run.Delivery.PENDING);
    }

    private static Run run(
            String id,
            ScheduleId schedule,
            Instant due,
            Run.Status status,
            @Nullable String output,
            Run.Delivery delivery) {
        return new Run(
                new RunId(id),
                schedule,
                due,
                Run.Cause.TRIGGER,
                status,
                null,
                0,
                due,
                null,
                null,
                output,
                null,
                delivery,
                null);
    }

    private static RunStore.RunResult result(Run.Status status, String output) {
        return new RunStore.RunResult(status, null, output, null, Run.Delivery.PENDING);
    }

    private static RunStore.RunDelivery delivery(
            String run, Run.Delivery delivery, @Nullable String messageId, @Nullable String error) {
        return new RunStore.RunDelivery(new RunId(run), delivery, messageId, error);
    }
}
