package dev.carillon.scheduler.engine;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.testing.RecordingHandover;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
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
class FiringEngineTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final FiringEngine engine = application.bean(FiringEngine.class);
    private final ScheduleStore schedules = application.bean(ScheduleStore.class);
    private final RunStore runs = application.bean(RunStore.class);
    private final RecordingHandover handover = application.handover();

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
    void aScheduleFiresAtItsVeryInstantAndOnlyOnce() {
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));
        application.clock().set(START.minusMillis(1));
        int before = engine.fireAllDue();
        application.clock().set(START);

        int at = engine.fireAllDue();
        int again = engine.fireAllDue();

        assertThat(before).isZero();
        assertThat(at).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(handover.rows()).hasSize(1);
        assertThat(handover.told()).hasSize(1);
        Run run = runs.latest(hourly.id(), 10).getFirst();
        assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED);
        assertThat(run.dueAt()).isEqualTo(START);
        assertThat(found(hourly).state().nextDueAt()).isEqualTo(START.plusSeconds(3600));
    }

    /// More than a batch, and several occurrences each.
    @Test
    void everyOccurrenceOfManySchedulesFiresExactlyOnce() {
        storeMinutely(1200);
        for (int minute = 0; minute < 3; minute++) {
            application.clock().set(START.plus(Duration.ofMinutes(minute)));
            assertThat(engine.fireAllDue()).isEqualTo(1200);
        }

        assertThat(handover.rows()).hasSize(3600);
        assertThat(handover.rows()).doesNotHaveDuplicates();
        assertThat(distinctOccurrences()).isEqualTo(3600);
        assertThat(application.number("SELECT COUNT(*) FROM run")).isEqualTo(3600);
    }

    @Test
    void skippedOccurrencesLeaveRunsAndAreNotHandedOver() {
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));
        application.clock().advance(Duration.ofMinutes(150));

        engine.fireAllDue();

        assertThat(handover.rows()).isEmpty();
        assertThat(runs.latest(hourly.id(), 10)).extracting(Run::reason).containsOnly("missed");
        assertThat(runs.latest(hourly.id(), 10)).hasSize(3);
    }

    @Test
    void aTaskWhoseLastRunIsOpenIsSkippedUntilThatEnds() {
        Schedule task = stored(schedule(1, task(every(Duration.ofMinutes(1))), START));
        engine.fireAllDue();
        application.clock().advance(Duration.ofMinutes(1));
        engine.fireAllDue();
        Run open = runs.latest(task.id(), 10).getLast();
        runs.finish(
                open.id(),
                new RunStore.RunResult(
                        Run.Status.SUCCEEDED, null, "ok", null, Run.Delivery.PENDING),
                application.clock().instant());
        application.clock().advance(Duration.ofMinutes(1));

        engine.fireAllDue();

        assertThat(runs.latest(task.id(), 10))
                .extracting(Run::status)
                .containsExactly(Run.Status.WAITING, Run.Status.SKIPPED, Run.Status.SUCCEEDED);
    }

    @Test
    void aHandoverThatThrowsRollsEverythingBackAndTheBatchFiresLater() {
        storeMinutely(3);
        handover.troubledBy(_ -> {
            throw new IllegalStateException("outbox is broken");
        });
        int whileBroken = engine.fireAllDue();
        long runsWhileBroken = application.number("SELECT COUNT(*) FROM run");
        handover.troubledBy(_ -> {});
        application.clock().advance(Duration.ofSeconds(2));

        int later = engine.fireAllDue();

        assertThat(whileBroken).isZero();
        assertThat(runsWhileBroken).isZero();
        assertThat(later).isEqualTo(3);
        assertThat(handover.rows()).hasSize(3);
        assertThat(handover.told()).hasSize(3);
    }

    /// As long as nothing fires, not the schedules are to blame.
    @Test
    void aHandoverThatIsBrokenForLongSetsNothingAside() {
        storeMinutely(3);
        handover.troubledBy(_ -> {
            throw new IllegalStateException("outbox is broken");
        });
        for (int second = 0; second < 55; second++) {
            engine.fireAllDue();
            application.clock().advance(Duration.ofSeconds(1));
        }
        handover.troubledBy(_ -> {});

        int later = engine.fireAllDue();

        assertThat(later).isEqualTo(3);
        assertThat(handover.rows()).hasSize(3);
        assertThat(application.number("SELECT COUNT(*) FROM schedule WHERE status = 'PAUSED'"))
                .isZero();
    }

    @Test
    void aScheduleThatCannotBeHandedOverDelaysNoOther() {
        storeMinutely(600);
        ScheduleId poisonous = new ScheduleId("schedule-17");
        handover.troubledBy(firing -> refuse(firing, poisonous));

        int fired = engine.fireAllDue();

        assertThat(fired).isEqualTo(599);
        assertThat(handover.rows()).hasSize(599);
        assertThat(runs.latest(poisonous, 10)).isEmpty();
        assertThat(engine.untilNextDue(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aScheduleThatIsCuredWithinTheGraceFiresItsOccurrence() {
        storeMinutely(10);
        ScheduleId poisonous = new ScheduleId("schedule-7");
        handover.troubledBy(firing -> refuse(firing, poisonous));
        engine.fireAllDue();
        application.clock().advance(Duration.ofSeconds(1));
        engine.fireAllDue();
        handover.troubledBy(_ -> {});
        application.clock().advance(Duration.ofSeconds(2));

        int fired = engine.fireAllDue();

        assertThat(fired).isEqualTo(1);
        assertThat(runs.latest(poisonous, 10))
                .singleElement()
                .extracting(Run::dueAt, Run::status)
                .containsExactly(START, Run.Status.SUCCEEDED);
    }

    @Test
    void aScheduleThatKeepsFailingWhileOthersFireIsPausedWithAFailedRun() {
        storeEvery(2, Duration.ofSeconds(1));
        ScheduleId poisonous = new ScheduleId("schedule-2");
        handover.troubledBy(firing -> refuse(firing, poisonous));

        for (int second = 0; second < 30; second++) {
            engine.fireAllDue();
            application.clock().advance(Duration.ofSeconds(1));
        }

        Schedule paused = schedules.find(poisonous).orElseThrow();
        assertThat(paused.state().status()).isEqualTo(Schedule.Status.PAUSED);
        assertThat(paused.wakeAt()).isNull();
        assertThat(handover.rows()).hasSize(30);
        assertThat(runs.latest(poisonous, 10))
                .singleElement()
                .extracting(Run::status, Run::reason, Run::error)
                .containsExactly(Run.Status.FAILED, "could not be fired", "cannot be handed over");
    }

    /// Written by a newer version, or by hand.
    @Test
    void aRowThatCannotBeReadIsPausedAndDelaysNoOther() {
        storeMinutely(5);
        application.execute(
                "UPDATE schedule SET payload_json = '{\"type\":\"x\"}' WHERE number = 3");
        application.execute("UPDATE schedule SET owner_id = ' ' WHERE number = 4");

        int fired = engine.fireAllDue();

        assertThat(fired).isEqualTo(3);
        assertThat(
                        application.number(
                                """
                                SELECT COUNT(*) FROM schedule
                                WHERE status = 'PAUSED' AND wake_at IS NULL AND number IN (3, 4)
                                """))
                .isEqualTo(2);
        assertThat(runs.latest(new ScheduleId("schedule-3"), 10))
                .singleElement()
                .extracting(Run::status, Run::reason)
                .containsExactly(Run.Status.FAILED, "could not be fired");
    }

    /// Skipped on request, and then the trigger was changed so that the instant comes again.
    @Test
    void anOccurrenceThatHasItsRunAlreadyDoesNotStopTheOthers() {
        storeMinutely(5);
        runs.insertAll(List.of(skipped(new ScheduleId("schedule-3"))));

        int fired = engine.fireAllDue();
        application.clock().advance(Duration.ofMinutes(1));
        int next = engine.fireAllDue();

        assertThat(fired).isEqualTo(4);
        assertThat(next).isEqualTo(5);
        assertThat(runs.latest(new ScheduleId("schedule-3"), 10))
                .extracting(Run::status)
                .containsExactly(Run.Status.SUCCEEDED, Run.Status.SKIPPED);
    }

    @Test
    void aHandoverThatFailsAfterTheCommitUndoesNothing() {
        storeMinutely(2);
        FiringEngine deaf =
                application.engineWith(
                        new Handover() {
                            @Override
                            public void tell(List<Notice> notices) {}

                            @Override
                            public void write(List<Firing> firings) {
                                handover.write(firings);
                            }

                            @Override
                            public void written(List<Firing> firings) {
                                throw new IllegalStateException("nobody to wake");
                            }
                        });

        int fired = deaf.fireAllDue();

        assertThat(fired).isEqualTo(2);
        assertThat(handover.rows()).hasSize(2);
    }

    @Test
    void firingByHandLeavesTheSchedulesOwnOccurrencesAlone() {
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));

        RunId first = engine.fireNow(hourly.id());
        RunId second = engine.fireNow(hourly.id());
        int own = engine.fireAllDue();

        assertThat(own).isEqualTo(1);
        assertThat(handover.rows()).hasSize(3);
        assertThat(distinctOccurrences()).isEqualTo(3);
        assertThat(List.of(first, second))
                .allSatisfy(id ->
                        assertThat(runs.find(id).orElseThrow().cause())
                                .isEqualTo(Run.Cause.MANUAL));
        assertThat(found(hourly).state().nextDueAt()).isEqualTo(START.plusSeconds(3600));
    }

    @Test
    void aTaskAtWorkIsNotFiredByHandAgain() {
        Schedule task = stored(schedule(7, task(at(START)), START));
        engine.fireNow(task.id());

        assertThatThrownBy(() -> engine.fireNow(task.id()))
                .isInstanceOf(ScheduleRefused.class)
                .hasMessageContaining("#7");
        assertThatThrownBy(() -> engine.fireNow(new ScheduleId("none")))
                .isInstanceOf(ScheduleRefused.class);
        assertThat(handover.rows()).hasSize(1);
    }

    @Test
    void theNextDueInstantSaysHowLongToSleep() {
        Duration most = Duration.ofSeconds(1);
        Duration empty = engine.untilNextDue(most);
        stored(schedule(1, message(at(START)), START.plusMillis(300)));
        Duration soon = engine.untilNextDue(most);
        application.clock().advance(Duration.ofSeconds(9));

        assertThat(empty).isEqualTo(most);
        assertThat(soon).isEqualTo(Duration.ofMillis(300));
        assertThat(engine.untilNextDue(most)).isZero();
    }

    private static void refuse(Firing firing, ScheduleId poisonous) {
        if (firing.schedule().id().equals(poisonous)) {
            throw new IllegalStateException("cannot be handed over");
        }
    }

    private void storeMinutely(int count) {
        storeEvery(count, Duration.ofMinutes(1));
    }

    private void storeEvery(int count, Duration interval) {
        application.run(() ->
                IntStream.rangeClosed(1, count)
                        .forEach(number ->
                                stored(schedule(number, message(every(interval)), START))));
    }

    private Schedule stored(Schedule schedule) {
        schedules.insert(schedule, null);
        return schedule;
    }

    private Schedule found(Schedule schedule) {
        return schedules.find(schedule.id()).orElseThrow();
    }

    private static long distinctOccurrences() {
        return application.number(
                """
                SELECT COUNT(*)
                FROM (SELECT DISTINCT schedule_id, due_at FROM handed_over) AS occurrence
                """);
    }

    private static Run skipped(ScheduleId schedule) {
        return new Run(
                new RunId("skipped"),
                schedule,
                START,
                Run.Cause.TRIGGER,
                Run.Status.SKIPPED,
                "skipped on request",
                0,
                START,
                null,
                START,
                null,
                null,
                Run.Delivery.NONE,
                null);
    }
}
