package dev.carillon.scheduler.engine;

import static dev.carillon.scheduler.testing.SampleSchedules.at;
import static dev.carillon.scheduler.testing.SampleSchedules.every;
import static dev.carillon.scheduler.testing.SampleSchedules.message;
import static dev.carillon.scheduler.testing.SampleSchedules.schedule;
import static dev.carillon.scheduler.testing.SampleSchedules.task;
import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Policies.Missed.CatchUp;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times are minutes after noon, at which every schedule here is due first.
class PlannerTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /// A message every ten minutes, looked at once. `fired` and `skipped` are the minutes at which
    /// occurrences were due, `next` when the next one is.
    @ParameterizedTest(name = "{0}: looked at {1} s after noon")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    on time                  |     0 | SKIP     | 10 | -   | 0          | -            | 10
                    within the grace         |    60 | SKIP     | 10 | -   | 0          | -            | 10
                    past the grace, skip     |    61 | SKIP     | 10 | -   | -          | 0            | 10
                    past the grace, run      |    61 | RUN_ONCE | 10 | -   | 0          | -            | 10
                    an hour, skip            |  3750 | SKIP     | 10 | -   | -          | 0,10,20,30,40,50,60 | 70
                    an hour, run the last    |  3750 | RUN_ONCE | 10 | -   | 60         | 0,10,20,30,40,50 | 70
                    an hour, run all         |  3750 | RUN_ALL  | 10 | -   | 0,10,20,30,40,50,60 | -   | 70
                    an hour, run three       |  3750 | RUN_ALL  |  3 | -   | 40,50,60   | 0,10,20,30   | 70
                    within half an hour      |  3750 | RUN_ALL  | 10 | 30  | 40,50,60   | 0,10,20,30   | 70
                    none within a minute     |  3750 | RUN_ONCE | 10 | 1   | -          | 0,10,20,30,40,50,60 | 70
                    the newest is on time    |  3630 | SKIP     | 10 | -   | 60         | 0,10,20,30,40,50 | 70
                    """)
    void missedOccurrencesAreMadeUpForAsThePolicySays(
            String situation,
            long secondsAfterNoon,
            CatchUp mode,
            int max,
            Integer within,
            String fired,
            String skipped,
            long next) {
        Policies.Missed policy =
                new Policies.Missed(mode, max, within == null ? null : Duration.ofMinutes(within));
        Schedule schedule = everyTenMinutes(policies -> policies.withMissed(policy));

        Plan plan = Planner.plan(schedule, START.plusSeconds(secondsAfterNoon), 0);

        assertThat(minutes(plan, true)).isEqualTo(minutes(fired));
        assertThat(minutes(plan, false)).isEqualTo(minutes(skipped));
        assertThat(plan.after().state().nextDueAt()).isEqualTo(minute(next));
        assertThat(plan.after().state().runCount()).isEqualTo(minutes(fired).size());
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.ACTIVE);
    }

    @Test
    void whatFiresLateSaysHowLate() {
        Schedule schedule =
                everyTenMinutes(
                        policies -> policies.withMissed(new Policies.Missed(CatchUp.RUN_ONCE)));

        Plan onTime = Planner.plan(schedule, START, 0);
        Plan late = Planner.plan(schedule, minute(65), 0);

        assertThat(onTime.occurrences().getFirst().lateBy()).isZero();
        assertThat(late.occurrences().getLast().lateBy()).isEqualTo(Duration.ofMinutes(5));
    }

    /// A job of every second that was away for a day must not write 86,400 rows.
    @Test
    void thousandsOfMissedOccurrencesAreSummarisedUnderTheFirst() {
        Schedule schedule =
                schedule(1, message(every(Duration.ofSeconds(1))), START)
                        .with(Schedule.State.startingAt(START));

        Plan plan = Planner.plan(schedule, START.plus(Duration.ofDays(1)), 0);

        assertThat(plan.occurrences()).hasSize(1001);
        Plan.Occurrence summary = plan.occurrences().getFirst();
        assertThat(summary.dueAt()).isEqualTo(START);
        assertThat(summary.skipReason())
                .isEqualTo("missed, like all from here to 2026-01-15T11:43:21Z");
        assertThat(plan.occurrences().get(1).dueAt())
                .isEqualTo(Instant.parse("2026-01-15T11:43:21Z"));
        assertThat(plan.occurrences()).extracting(Plan.Occurrence::dueAt).doesNotHaveDuplicates();
        assertThat(plan.after().state().nextDueAt())
                .isEqualTo(START.plus(Duration.ofDays(1)).plusSeconds(1));
    }

    @ParameterizedTest(name = "{0}, {1} open")
    @CsvSource({"SKIP,0,true", "SKIP,1,false", "QUEUE,0,true", "QUEUE,1,true", "QUEUE,2,false"})
    void aTaskOverlapsAsItsPolicyAllows(Policies.Overlap overlap, long open, boolean fires) {
        Schedule schedule =
                changed(task(every(TEN_MINUTES)), policies -> policies.withOverlap(overlap));

        Plan plan = Planner.plan(schedule, START, open);

        Plan.Occurrence only = plan.occurrences().getFirst();
        assertThat(only.skipReason()).isEqualTo(fires ? null : "overlap");
        assertThat(plan.after().state().nextDueAt()).isEqualTo(minute(10));
        assertThat(plan.after().state().runCount()).isEqualTo(fires ? 1 : 0);
    }

    @Test
    void aMessageNeverOverlaps() {
        Plan plan = Planner.plan(everyTenMinutes(policies -> policies), START, 7);

        assertThat(minutes(plan, true)).containsExactly(0L);
    }

    /// They run one after the other; "skip what overlaps" is about runs that were there before.
    @Test
    void tasksMadeUpForDoNotCountAsOverlappingEachOther() {
        Schedule schedule =
                changed(
                        task(every(TEN_MINUTES)),
                        policies -> policies.withMissed(new Policies.Missed(CatchUp.RUN_ALL)));

        Plan free = Planner.plan(schedule, minute(25), 0);
        Plan atWork = Planner.plan(schedule, minute(25), 1);

        assertThat(minutes(free, true)).containsExactly(0L, 10L, 20L);
        assertThat(minutes(atWork, false)).containsExactly(0L, 10L, 20L);
    }

    @Test
    void theLastOfItsRunsFinishesASchedule() {
        Schedule two = everyTenMinutes(policies -> policies.withMaxRuns(2));

        Plan first = Planner.plan(two, START, 0);
        Plan second = Planner.plan(first.after(), minute(10), 0);

        assertThat(first.after().state().status()).isEqualTo(Schedule.Status.ACTIVE);
        assertThat(second.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
        assertThat(second.after().wakeAt()).isNull();
    }

    @Test
    void whatIsMadeUpForKeepsToTheNumberOfRunsAndSaysSo() {
        Schedule two =
                everyTenMinutes(policies ->
                        policies.withMaxRuns(2).withMissed(new Policies.Missed(CatchUp.RUN_ALL)));

        Plan plan = Planner.plan(two, minute(35), 0);

        assertThat(minutes(plan, true)).containsExactly(0L, 10L);
        assertThat(plan.occurrences().getLast().skipReason()).isEqualTo("max_runs");
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void theLastOccurrenceBeforeItsEndFinishesASchedule() {
        Schedule schedule = everyTenMinutes(policies -> policies.withExpiresAt(minute(10)));

        Plan first = Planner.plan(schedule, START, 0);
        Plan last = Planner.plan(first.after(), minute(10), 0);

        assertThat(first.after().state().nextDueAt()).isEqualTo(minute(10));
        assertThat(minutes(last, true)).containsExactly(10L);
        assertThat(last.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void nothingAfterTheEndIsMadeUpFor() {
        Schedule schedule =
                everyTenMinutes(policies ->
                        policies.withExpiresAt(minute(25))
                                .withMissed(new Policies.Missed(CatchUp.RUN_ALL)));

        Plan plan = Planner.plan(schedule, minute(120), 0);

        assertThat(minutes(plan, true)).containsExactly(0L, 10L, 20L);
        assertThat(minutes(plan, false)).isEmpty();
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void anOccurrenceAfterANewlySetEndIsSkippedAsExpired() {
        Schedule schedule = everyTenMinutes(policies -> policies.withExpiresAt(minute(-5)));

        Plan plan = Planner.plan(schedule, START, 0);

        assertThat(plan.occurrences())
                .singleElement()
                .extracting(Plan.Occurrence::skipReason)
                .isEqualTo("expired");
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    /// Two hours late after a restart, it is still said, with its lateness.
    @Test
    void aOneShotRunsOnceHoweverLate() {
        Schedule oneShot = schedule(1, message(at(START)), START);

        Plan plan = Planner.plan(oneShot, minute(120), 0);

        Plan.Occurrence only = plan.occurrences().getFirst();
        assertThat(plan.occurrences()).hasSize(1);
        assertThat(only.skipReason()).isNull();
        assertThat(only.lateBy()).isEqualTo(Duration.ofHours(2));
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void aOneShotThatIsToBeSkippedWhenMissedLeavesItsReason() {
        Schedule oneShot =
                changed(
                        message(at(START)),
                        policies -> policies.withMissed(new Policies.Missed(CatchUp.SKIP)));

        Plan plan = Planner.plan(oneShot, minute(2), 0);

        assertThat(plan.occurrences())
                .singleElement()
                .extracting(Plan.Occurrence::skipReason)
                .isEqualTo("missed");
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void jitterDelaysTheFiringAndNotTheOccurrence() {
        Schedule schedule =
                everyTenMinutes(policies -> policies.withJitter(Duration.ofSeconds(90)));

        Plan early = Planner.plan(schedule, START.plusSeconds(89), 0);
        Plan due = Planner.plan(schedule, START.plusSeconds(90), 0);

        assertThat(schedule.wakeAt()).isEqualTo(START.plusSeconds(90));
        assertThat(early.occurrences()).isEmpty();
        assertThat(minutes(due, true)).containsExactly(0L);
        assertThat(due.occurrences().getFirst().lateBy()).isZero();
        assertThat(due.after().wakeAt()).isEqualTo(START.plusSeconds(690));
    }

    @Test
    void lostOccurrencesOfAJitteredScheduleAreLateByTheirFiringTime() {
        Schedule schedule =
                everyTenMinutes(policies ->
                        policies.withJitter(Duration.ofSeconds(90))
                                .withMissed(new Policies.Missed(CatchUp.RUN_ONCE)));

        Plan plan = Planner.plan(schedule, START.plusSeconds(190), 0);

        assertThat(plan.occurrences())
                .singleElement()
                .extracting(Plan.Occurrence::lateBy)
                .isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void aPauseThatEndsSkipsToTheNextSlotWithoutMakingUpForAnything() {
        Schedule schedule =
                everyTenMinutes(
                        policies -> policies.withMissed(new Policies.Missed(CatchUp.RUN_ALL)));
        Schedule paused = schedule.with(schedule.state().pausedUntil(minute(25)));

        Plan plan = Planner.plan(paused, minute(25), 0);

        assertThat(plan.occurrences()).isEmpty();
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.ACTIVE);
        assertThat(plan.after().state().pausedUntil()).isNull();
        assertThat(plan.after().state().nextDueAt()).isEqualTo(minute(30));
    }

    @Test
    void aPauseThatEndsAtAnOccurrenceLetsItFire() {
        Schedule schedule = everyTenMinutes(policies -> policies);
        Schedule paused =
                schedule.with(schedule.state().withNextDueAt(minute(20)).pausedUntil(minute(20)));

        Plan plan = Planner.plan(paused, minute(20), 0);

        assertThat(minutes(plan, true)).containsExactly(20L);
    }

    @Test
    void aPausedOneShotFiresLateWhenThePauseEnds() {
        Schedule oneShot = schedule(1, message(at(START)), START);
        Schedule paused = oneShot.with(oneShot.state().pausedUntil(minute(30)));

        Plan plan = Planner.plan(paused, minute(30), 0);

        assertThat(minutes(plan, true)).containsExactly(0L);
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void aSnoozedOccurrenceFiresBesidesTheTriggersOwn() {
        Schedule schedule = everyTenMinutes(policies -> policies);
        Schedule snoozed = schedule.with(schedule.state().withSnoozedUntil(minute(-1)));

        Plan plan = Planner.plan(snoozed, START, 0);

        assertThat(plan.occurrences())
                .extracting(Plan.Occurrence::cause)
                .containsExactly(Run.Cause.SNOOZE, Run.Cause.TRIGGER);
        assertThat(plan.after().state().snoozedUntil()).isNull();
    }

    /// An occurrence is unique by its instant; two of them would be refused by the database.
    @Test
    void aSnoozeToAnInstantOfTheTriggersOwnFiresOnce() {
        Schedule schedule = everyTenMinutes(policies -> policies);
        Schedule snoozed = schedule.with(schedule.state().withSnoozedUntil(START));

        Plan plan = Planner.plan(snoozed, START, 0);

        assertThat(plan.occurrences())
                .singleElement()
                .extracting(Plan.Occurrence::cause)
                .isEqualTo(Run.Cause.TRIGGER);
        assertThat(plan.after().state().snoozedUntil()).isNull();
    }

    @Test
    void aSnoozeFiresEvenWhenTheRunsAreUsedUp() {
        Schedule schedule = everyTenMinutes(policies -> policies.withMaxRuns(1));
        Schedule.State ran = schedule.state().ranAt(START).withNextDueAt(null);
        Schedule snoozed = schedule.with(ran.withSnoozedUntil(minute(5)));

        Plan plan = Planner.plan(snoozed, minute(5), 0);

        assertThat(minutes(plan, true)).containsExactly(5L);
        assertThat(plan.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void aScheduleWithASnoozeToComeLivesUntilThen() {
        Schedule oneShot = schedule(1, message(at(START)), START);
        Schedule snoozed = oneShot.with(oneShot.state().withSnoozedUntil(minute(5)));

        Plan first = Planner.plan(snoozed, START, 0);
        Plan second = Planner.plan(first.after(), minute(5), 0);

        assertThat(first.after().state().status()).isEqualTo(Schedule.Status.ACTIVE);
        assertThat(first.after().wakeAt()).isEqualTo(minute(5));
        assertThat(second.after().state().status()).isEqualTo(Schedule.Status.FINISHED);
    }

    @Test
    void whatIsNotDueYetIsLeftAlone() {
        Schedule schedule = everyTenMinutes(policies -> policies);

        Plan plan = Planner.plan(schedule, START.minusMillis(1), 0);

        assertThat(plan.occurrences()).isEmpty();
        assertThat(plan.after()).isEqualTo(schedule);
    }

    private static Schedule everyTenMinutes(UnaryOperator<Policies> change) {
        return changed(message(every(TEN_MINUTES)), change);
    }

    private static Schedule changed(Terms terms, UnaryOperator<Policies> change) {
        return schedule(1, terms.withPolicies(change.apply(terms.policies())), START);
    }

    private static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static List<Long> minutes(Plan plan, boolean fired) {
        return plan.occurrences().stream()
                .filter(each -> (each.skipReason() == null) == fired)
                .map(each -> Duration.between(START, each.dueAt()).toMinutes())
                .toList();
    }

    private static List<Long> minutes(String list) {
        return list == null
                ? List.of()
                : Pattern.compile(",").splitAsStream(list).map(Long::valueOf).toList();
    }
}
