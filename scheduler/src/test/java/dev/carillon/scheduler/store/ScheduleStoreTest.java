package dev.carillon.scheduler.store;

import static dev.carillon.scheduler.testing.SampleSchedules.ANNA;
import static dev.carillon.scheduler.testing.SampleSchedules.BERLIN;
import static dev.carillon.scheduler.testing.SampleSchedules.CHAT;
import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.SampleSchedules.terms;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.StatusRange;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScheduleStoreTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final ScheduleStore store = application.bean(ScheduleStore.class);

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

    static Stream<Terms> everyKindOfTerms() {
        Trigger window =
                new Trigger.Window(
                        EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 30),
                        Duration.ofMinutes(30),
                        BERLIN);
        Policies unusual =
                new Policies(
                        new Policies.Missed(
                                Policies.Missed.CatchUp.RUN_ALL, 7, Duration.ofHours(3)),
                        Policies.Overlap.QUEUE,
                        new Policies.Retry(2, Duration.ofMillis(1500), Duration.ofMinutes(1)),
                        new Policies.Session(Policies.Session.Kind.REUSE, false),
                        Policies.Notify.ON_CHANGE,
                        12,
                        START.plusSeconds(86_400),
                        Duration.ofSeconds(17));
        return Stream.of(
                message(at(START.plusMillis(123))),
                task(every(Duration.ofMillis(90_500))),
                message(new Trigger.Every(Duration.ofDays(14), START, BERLIN, LocalTime.of(16, 0))),
                terms(new Trigger.Cron("*/5 9-17 * * MON-FRI", BERLIN), new Payload.Heartbeat()),
                terms(
                        new Trigger.Cron("0 * * * *", BERLIN),
                        new Payload.Endpoint(
                                Payload.Endpoint.Method.POST,
                                URI.create("https://api.example.com/hook?key=k"),
                                List.of(new Payload.Endpoint.Header("X-Key", "a \"b\"")),
                                "{\"ü\": 1}",
                                StatusRange.parse("200-204"))),
                terms(window, new Payload.Task("Grüße, \"quoted\" and\nwrapped 🌍"))
                        .withName("näme")
                        .withPolicies(unusual),
                new Terms(
                        null,
                        new Destination("slack-acme", "C/1 ?", "1.5"),
                        new AgentName("other"),
                        window,
                        new Payload.Message("m"),
                        Policies.defaultsFor(window)));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfTerms")
    void whatIsStoredIsReadBackTheSame(Terms terms) {
        Schedule.State state =
                new Schedule.State(
                        Schedule.Status.PAUSED,
                        START.plusSeconds(1),
                        START.plusSeconds(2),
                        START.plusSeconds(3),
                        PauseReason.NOT_IN_CONFIG,
                        START.minusSeconds(4),
                        5,
                        6);
        Schedule stored = schedule(3, terms, START).with(state);

        store.insert(stored, "key");

        assertThat(store.find(stored.id())).contains(stored);
        assertThat(store.findByCreationKey("key")).contains(stored);
        assertThat(store.find(terms.destination(), 3)).contains(stored);
    }

    // Written before an interval could have a time of day.
    @Test
    void anIntervalOfTheOldShapeIsStillRead() {
        Schedule stored = schedule(3, message(every(Duration.ofDays(14))), START);
        store.insert(stored, "key");

        application.execute(
                """
                UPDATE schedule SET trigger_json =
                    '{"type":"every","interval":"PT336H","anchor":"%s","zone":"Europe/Berlin"}'
                """
                        .formatted(START));

        assertThat(store.find(stored.id())).contains(stored);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(store.find(new ScheduleId("none"))).isEmpty();
        assertThat(store.findByCreationKey("none")).isEmpty();
        assertThat(store.find(CHAT, 1)).isEmpty();
        assertThat(store.update(new ScheduleId("none"), schedule -> schedule)).isEmpty();
        assertThat(store.earliestWake()).isEmpty();
    }

    @Test
    void numbersCountWithinAChatWhateverTheThread() {
        store.insert(schedule(1, message(at(START)), START), null);
        store.insert(schedule(2, message(at(START)), START), null);

        assertThat(store.nextNumber(CHAT)).isEqualTo(3);
        assertThat(store.nextNumber(new Destination("telegram", "4711", "9"))).isEqualTo(3);
        assertThat(store.nextNumber(Destination.of("telegram", "other"))).isEqualTo(1);
        assertThatThrownBy(() -> store.insert(sameNumberAs(2), null))
                .isInstanceOf(RuntimeException.class);
    }

    private static Schedule sameNumberAs(int number) {
        return new Schedule(
                new ScheduleId("another"),
                number,
                message(at(START)),
                ANNA,
                Schedule.State.startingAt(START),
                START);
    }

    /// Two replicas, or two people in one chat, that make schedules at the same moment.
    @Test
    void schedulesMadeAtOnceGetDifferentNumbersAndAKeyMakesOnlyOne() throws Exception {
        Schedules schedules = application.bean(Schedules.class);
        Terms terms = message(at(START.plusSeconds(600)));
        List<Schedule> made = new ArrayList<>();
        List<Schedule> keyed = new ArrayList<>();

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Schedule>> plain =
                    executor.invokeAll(
                            IntStream.range(0, 4)
                                    .<Callable<Schedule>>mapToObj(
                                            _ -> () -> schedules.create(terms, ANNA, null))
                                    .toList());
            List<Future<Schedule>> same =
                    executor.invokeAll(
                            IntStream.range(0, 4)
                                    .<Callable<Schedule>>mapToObj(
                                            _ -> () -> schedules.create(terms, ANNA, "call-1"))
                                    .toList());
            for (Future<Schedule> each : plain) {
                made.add(each.get());
            }
            for (Future<Schedule> each : same) {
                keyed.add(each.get());
            }
        }

        assertThat(made).extracting(Schedule::number).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(keyed).extracting(Schedule::id).containsOnly(keyed.getFirst().id());
        assertThat(application.number("SELECT COUNT(*) FROM schedule")).isEqualTo(5);
    }

    @Test
    void changesMadeAtOnceAllCount() throws Exception {
        Schedule stored = schedule(1, message(every(Duration.ofHours(1))), START);
        store.insert(stored, null);

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                executor.execute(() ->
                        store.update(stored.id(), each -> each.with(each.state().ranAt(START))));
                executor.execute(() -> store.countFailure(stored.id()));
            }
        }

        Schedule.State state = store.find(stored.id()).orElseThrow().state();
        assertThat(state.runCount()).isEqualTo(60);
        assertThat(state.consecutiveFailures()).isEqualTo(60);
    }

    @Test
    void failuresAreCountedAndForgotten() {
        Schedule stored = schedule(1, message(at(START)), START);
        store.insert(stored, null);

        store.countFailure(stored.id());
        store.countFailure(stored.id());
        int counted = store.find(stored.id()).orElseThrow().state().consecutiveFailures();
        store.clearFailures(stored.id());

        assertThat(counted).isEqualTo(2);
        assertThat(store.find(stored.id()).orElseThrow().state().consecutiveFailures()).isZero();
    }

    @Test
    void listsFilterByChatAgentAndStatusSoonestFirst() {
        Schedule late = schedule(1, message(at(START)), START.plusSeconds(60));
        Schedule soon = schedule(2, task(at(START)), START.plusSeconds(5));
        Schedule over = cancelled(schedule(3, message(at(START)), START));
        Schedule elsewhere =
                schedule(
                        4,
                        new Terms(
                                null,
                                Destination.of("slack", "C1"),
                                new AgentName("other"),
                                at(START),
                                new Payload.Heartbeat(),
                                Policies.defaultsFor(at(START))),
                        START);
        Stream.of(late, soon, over, elsewhere).forEach(each -> store.insert(each, null));
        Set<Schedule.Status> live = ScheduleFilter.LIVE;

        assertThat(store.list(ScheduleFilter.liveIn(CHAT), 10)).containsExactly(soon, late);
        assertThat(store.list(ScheduleFilter.allIn(CHAT), 10)).containsExactly(soon, late, over);
        assertThat(store.list(ScheduleFilter.allIn(CHAT), 1)).containsExactly(soon);
        assertThat(store.list(new ScheduleFilter(null, null, null, live), 10))
                .containsExactly(elsewhere, soon, late);
        assertThat(store.list(new ScheduleFilter(null, null, "other", live), 10))
                .containsExactly(elsewhere);
        assertThat(store.list(new ScheduleFilter("slack", null, null, live), 10))
                .containsExactly(elsewhere);
        assertThat(store.list(new ScheduleFilter(null, null, null, Set.of()), 10)).isEmpty();
    }

    @Test
    void aRowThatCannotBeReadHidesNoOther() {
        Schedule readable = schedule(1, message(at(START)), START);
        store.insert(readable, null);
        store.insert(schedule(2, message(at(START)), START), null);
        application.execute("UPDATE schedule SET trigger_json = '{' WHERE number = 2");

        List<Schedule> listed = store.list(ScheduleFilter.liveIn(CHAT), 10);
        Due due = application.bean(Transactions.class).write(() -> store.claimDue(START, 10));

        assertThat(listed).containsExactly(readable);
        assertThat(due.schedules()).containsExactly(readable);
        assertThat(due.unreadable())
                .extracting(Due.Unreadable::id)
                .containsExactly(new ScheduleId("schedule-2"));
        assertThatThrownBy(() -> store.find(new ScheduleId("schedule-2")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void theEarliestWakeCountsSnoozesJitterAndPausesButNothingThatIsOver() {
        Terms jittered =
                message(every(Duration.ofHours(1)))
                        .withPolicies(
                                Policies.defaultsFor(every(Duration.ofHours(1)))
                                        .withJitter(Duration.ofSeconds(30)));
        store.insert(cancelled(schedule(1, message(at(START)), START)), null);
        store.insert(schedule(2, jittered, START.plusSeconds(10)), null);
        var withJitter = store.earliestWake();
        Schedule paused = schedule(3, message(at(START)), START);
        store.insert(paused.with(paused.state().pausedUntil(START.plusSeconds(35))), null);
        var withPause = store.earliestWake();
        Schedule snoozed = schedule(4, message(at(START)), START.plusSeconds(900));
        store.insert(snoozed.with(snoozed.state().withSnoozedUntil(START.plusSeconds(33))), null);
        var withSnooze = store.earliestWake();

        assertThat(withJitter).contains(START.plusSeconds(40));
        assertThat(withPause).contains(START.plusSeconds(35));
        assertThat(withSnooze).contains(START.plusSeconds(33));
    }

    @Test
    void onlyWhatIsDueIsClaimedLongestWaitingFirst() {
        Schedule now = schedule(1, message(at(START)), START);
        Schedule before = schedule(2, message(at(START)), START.minusMillis(1));
        Schedule after = schedule(3, message(at(START)), START.plusMillis(1));
        Stream.of(now, before, after).forEach(each -> store.insert(each, null));

        Due all = application.bean(Transactions.class).write(() -> store.claimDue(START, 10));
        Due one = application.bean(Transactions.class).write(() -> store.claimDue(START, 1));
        Due some =
                application
                        .bean(Transactions.class)
                        .write(() -> store.claimDueOf(List.of(now.id(), after.id()), START));

        assertThat(all.schedules()).containsExactly(before, now);
        assertThat(one.schedules()).containsExactly(before);
        assertThat(some.schedules()).containsExactly(now);
    }

    @Test
    void advancingLeavesTermsAndFailuresAlone() {
        Schedule stored = schedule(1, message(every(Duration.ofHours(1))), START);
        store.insert(stored, null);
        store.countFailure(stored.id());
        Schedule.State reached = stored.state().withNextDueAt(START.plusSeconds(3600)).ranAt(START);

        store.advanceAll(List.of(stored.with(reached)));

        Schedule found = store.find(stored.id()).orElseThrow();
        assertThat(found.terms()).isEqualTo(stored.terms());
        assertThat(found.state().nextDueAt()).isEqualTo(START.plusSeconds(3600));
        assertThat(found.state().runCount()).isEqualTo(1);
        assertThat(found.state().lastRunAt()).isEqualTo(START);
        assertThat(found.state().consecutiveFailures()).isEqualTo(1);
        assertThat(store.earliestWake()).contains(START.plusSeconds(3600));
    }

    @Test
    void whatIsSetAsideSaysWhyUnlessAPersonHadPausedItBefore() {
        Schedule failing = schedule(1, message(every(Duration.ofHours(1))), START);
        Schedule resting = schedule(2, message(every(Duration.ofHours(1))), START);
        store.insert(failing, null);
        store.insert(resting.with(resting.state().pausedUntil(null)), null);

        store.setAside(failing.id(), PauseReason.FAILURES);
        store.setAside(resting.id(), PauseReason.FAILURES);

        Schedule.State failed = store.find(failing.id()).orElseThrow().state();
        Schedule.State rested = store.find(resting.id()).orElseThrow().state();
        assertThat(failed.status()).isEqualTo(Schedule.Status.PAUSED);
        assertThat(failed.pauseReason()).isEqualTo(PauseReason.FAILURES);
        assertThat(rested.pauseReason()).isNull();
    }

    private static Schedule cancelled(Schedule schedule) {
        return schedule.with(
                schedule.state().withNextDueAt(null).withStatus(Schedule.Status.CANCELLED));
    }
}
