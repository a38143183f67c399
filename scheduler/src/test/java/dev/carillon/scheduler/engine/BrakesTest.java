package dev.carillon.scheduler.engine;

import static dev.carillon.scheduler.testing.SampleSchedules.CHAT;
import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.BudgetConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Spending;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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
class BrakesTest {
    private static final AgentName AGENT = new AgentName("main");
    private static final Duration HOUR = Duration.ofHours(1);

    private static TestApplication application;

    @Parameter TestDatabase database;

    private final FiringEngine engine = application.bean(FiringEngine.class);
    private final ScheduleStore schedules = application.bean(ScheduleStore.class);
    private final RunStore runs = application.bean(RunStore.class);
    private final Attention attention = application.bean(Attention.class);
    private final Spending spending = application.bean(Spending.class);

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
        application.guardRails().unreadLimit(10);
    }

    @Test
    void recurringSchedulesRestWhenNobodyListensAndTheChatIsToldOnce() {
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));
        deliver(10, CHAT);

        fire(Duration.ZERO);
        fire(Duration.ofHours(1));

        assertThat(runs.latest(hourly.id(), 10))
                .extracting(Run::status, Run::reason)
                .hasSize(2)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Run.Status.SKIPPED, "unread"));
        assertThat(application.handover().rows()).isEmpty();
        assertThat(application.handover().notices()).hasSize(1);
        assertThat(application.handover().notices().getFirst())
                .contains("10 times without hearing from anybody");
    }

    @Test
    void aSignOfLifeLetsThemGoOn() {
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));
        deliver(10, CHAT);
        fire(Duration.ZERO);

        application.run(() -> attention.signsOfLife(List.of(CHAT)));
        fire(Duration.ofHours(1));

        assertThat(runs.latest(hourly.id(), 1).getFirst().status()).isEqualTo(Run.Status.SUCCEEDED);
    }

    /// Somebody asked for it once; that nobody has answered since is no reason to forget it.
    @Test
    void aOneShotComesWhetherAnybodyListensOrNot() {
        Schedule once = stored(schedule(1, message(at(START)), START));
        deliver(100, CHAT);

        fire(Duration.ZERO);

        assertThat(runs.latest(once.id(), 1).getFirst().status()).isEqualTo(Run.Status.SUCCEEDED);
    }

    @Test
    void theBrakeCountsEachChatForItselfAndItsThreadsTogether() {
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));
        deliver(100, Destination.of("telegram", "another"));
        deliver(9, new Destination(CHAT.gateway(), CHAT.chat(), "a-thread"));
        fire(Duration.ZERO);
        deliver(1, CHAT);

        fire(Duration.ofHours(1));

        assertThat(runs.latest(hourly.id(), 2))
                .extracting(Run::status)
                .containsExactly(Run.Status.SKIPPED, Run.Status.SUCCEEDED);
    }

    @Test
    void theBrakeCanBeSwitchedOff() {
        application.guardRails().unreadLimit(0);
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));
        deliver(1000, CHAT);

        fire(Duration.ZERO);

        assertThat(runs.latest(hourly.id(), 1).getFirst().status()).isEqualTo(Run.Status.SUCCEEDED);
    }

    /// Nothing can be said there, once or again and again, so nothing is done for it either; nor is
    /// the chat told.
    @Test
    void inAClosedChatNothingRunsUntilItIsOpen() {
        application.guardRails().unreadLimit(0);
        Schedule hourly = stored(schedule(1, message(every(HOUR)), START));
        Schedule once = stored(schedule(2, task(at(START)), START));
        close(CHAT);
        close(Destination.of("telegram", "another"));

        fire(Duration.ZERO);
        List<Run> skipped = runs.skippedIn(CHAT, Attention.CLOSED, START);
        application.run(() -> attention.open(CHAT));
        fire(HOUR);

        assertThat(skipped)
                .extracting(Run::scheduleId)
                .containsExactlyInAnyOrder(hourly.id(), once.id());
        assertThat(runs.latest(hourly.id(), 2))
                .extracting(Run::status, Run::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Run.Status.SUCCEEDED, null),
                        org.assertj.core.groups.Tuple.tuple(Run.Status.SKIPPED, "chat_closed"));
        assertThat(application.handover().notices()).isEmpty();
    }

    @Test
    void whoeverIsHeardOfInAClosedChatOpensIt() {
        close(CHAT);
        close(CHAT);

        assertThat(attention.closed(new Destination(CHAT.gateway(), CHAT.chat(), "a-thread")))
                .contains(new Attention.Closed("thrown out", START));
        application.run(() -> attention.signsOfLife(List.of(CHAT)));

        assertThat(attention.closed(CHAT)).isEmpty();
    }

    private void close(Destination chat) {
        application.run(() -> attention.close(chat, "thrown out", START));
    }

    @Test
    void workAboveTheAgentsBudgetIsSkippedUntilItsNextDay() {
        application.guardRails().budget(new BudgetConfig(3, null, null, null, null, null));
        Schedule daily = stored(schedule(1, task(every(Duration.ofHours(12))), START));
        spend(3, null, Run.Used.NOTHING);

        fire(Duration.ZERO);
        fire(Duration.ofHours(12));

        assertThat(runs.latest(daily.id(), 2))
                .extracting(Run::status, Run::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Run.Status.WAITING, null),
                        org.assertj.core.groups.Tuple.tuple(Run.Status.SKIPPED, "budget_exceeded"));
        assertThat(application.handover().notices())
                .singleElement()
                .asString()
                .contains("Agent main", "3 of 3 turns", "Europe/Berlin");
    }

    @Test
    void messagesCostNothingAndAreNotBraked() {
        application.guardRails().budget(new BudgetConfig(0, 0, 0.0, 0, 0, 0.0));
        Schedule hourly = stored(schedule(1, message(every(Duration.ofHours(1))), START));

        fire(Duration.ZERO);

        assertThat(runs.latest(hourly.id(), 1).getFirst().status()).isEqualTo(Run.Status.SUCCEEDED);
    }

    @Test
    void tokensAndMoneyAreBoundedForAScheduleAlone() {
        application.guardRails().budget(new BudgetConfig(null, null, null, null, 1000, 0.5));
        Schedule greedy = stored(schedule(1, task(every(Duration.ofHours(1))), START));
        Schedule dear = stored(schedule(2, task(every(Duration.ofHours(1))), START));
        Schedule modest = stored(schedule(3, task(every(Duration.ofHours(1))), START));
        spend(1, greedy.id(), new Run.Used(900, 100, 0));
        spend(1, dear.id(), new Run.Used(10, 10, 500_000));
        spend(1, modest.id(), new Run.Used(900, 99, 499_999));

        fire(Duration.ZERO);

        assertThat(latestReason(greedy)).isEqualTo("budget_exceeded");
        assertThat(latestReason(dear)).isEqualTo("budget_exceeded");
        assertThat(latestReason(modest)).isNull();
        assertThat(application.handover().notices())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("#1", "1000 of 1000 tokens"))
                .anySatisfy(text -> assertThat(text).contains("#2", "0.50 of 0.50"));
    }

    @Test
    void messagesThatAreDueTogetherShareTheRoomOfTheirChat() {
        application.guardRails().unreadLimit(3);
        List<Schedule> hourly =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> stored(schedule(i, message(every(HOUR)), START)))
                        .toList();

        fire(Duration.ZERO);

        assertThat(hourly.stream().map(this::latestReason))
                .containsExactly(null, null, null, "unread", "unread", "unread");
        assertThat(application.handover().notices())
                .singleElement()
                .asString()
                .contains("3 times without hearing from anybody");
    }

    /// Nothing is delivered in this test: what fired is on its way, or its answer is to come.
    @Test
    void whatIsOnItsWayToAChatCountsLikeWhatArrived() {
        application.guardRails().unreadLimit(2);
        stored(schedule(1, message(at(START)), START));
        stored(schedule(2, task(at(START)), START));
        Schedule later = stored(schedule(3, message(every(HOUR)), START.plusSeconds(5)));
        Schedule elsewhere =
                stored(
                        schedule(
                                4,
                                in(Destination.of("telegram", "another"), message(every(HOUR))),
                                START.plusSeconds(5)));

        fire(Duration.ZERO);
        fire(Duration.ofSeconds(5));

        assertThat(latestReason(later)).isEqualTo("unread");
        assertThat(latestReason(elsewhere)).isNull();
    }

    @Test
    void tasksThatAreDueTogetherShareTheBudgetOfTheirAgent() {
        application.guardRails().budget(new BudgetConfig(4, null, null, null, null, null));
        spend(2, null, Run.Used.NOTHING);
        List<Schedule> hourly =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> stored(schedule(i, task(every(HOUR)), START)))
                        .toList();

        fire(Duration.ZERO);

        assertThat(hourly.stream().map(this::latestReason))
                .containsExactly(
                        null, null, "budget_exceeded", "budget_exceeded", "budget_exceeded");
        assertThat(application.handover().notices())
                .singleElement()
                .asString()
                .contains("4 of 4 turns");
    }

    @Test
    void whatIsStillAtWorkCountsForTheBudget() {
        application.guardRails().budget(new BudgetConfig(1, null, null, null, null, null));
        stored(schedule(1, task(every(HOUR)), START));
        Schedule later = stored(schedule(2, task(every(HOUR)), START.plusSeconds(5)));

        fire(Duration.ZERO);
        fire(Duration.ofSeconds(5));

        assertThat(latestReason(later)).isEqualTo("budget_exceeded");
    }

    @Test
    void oneScheduleThatCatchesUpStaysWithinItsBudget() {
        application.guardRails().budget(new BudgetConfig(null, null, null, 2, null, null));
        Policies policies =
                task(every(HOUR))
                        .policies()
                        .withMissed(new Policies.Missed(Policies.Missed.CatchUp.RUN_ALL));
        Schedule all = stored(schedule(1, task(every(HOUR)).withPolicies(policies), START));

        fire(Duration.ofHours(4).plusMinutes(30));

        assertThat(runs.latest(all.id(), 9).reversed())
                .extracting(Run::reason)
                .containsExactly(
                        null, null, "budget_exceeded", "budget_exceeded", "budget_exceeded");
    }

    private static Terms in(Destination chat, Terms terms) {
        return new Terms(
                terms.name(),
                chat,
                terms.agent(),
                terms.trigger(),
                terms.payload(),
                terms.policies());
    }

    private @Nullable String latestReason(Schedule schedule) {
        return runs.latest(schedule.id(), 1).getFirst().reason();
    }

    private void spend(int turns, @Nullable ScheduleId schedule, Run.Used used) {
        application.run(() -> {
            for (int i = 0; i < turns; i++) {
                spending.add(LocalDate.parse("2026-01-14"), AGENT, schedule, used);
            }
        });
    }

    private void deliver(int times, Destination chat) {
        application.run(() -> attention.delivered(Collections.nCopies(times, chat)));
    }

    private void fire(Duration after) {
        application.clock().advance(after);
        engine.fireAllDue();
    }

    private Schedule stored(Schedule schedule) {
        schedules.insert(schedule, null);
        return schedule;
    }
}
