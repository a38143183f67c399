package dev.carillon.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.testing.RecordingHandover;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.time.Occurrences;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/// What becomes of schedules as time passes: they are made and changed through the service and
/// fired by the engine, on a real database. Times are shown in UTC, in which
/// [TestApplication#START] is noon.
final class PassingTime {
    private static final int MOST = 2000;

    private final TestApplication application;

    PassingTime(TestApplication application) {
        this.application = application;
    }

    Schedules schedules() {
        return application.bean(Schedules.class);
    }

    Instant now() {
        return application.clock().instant();
    }

    Schedule create(Terms terms) {
        return create(terms, Owner.person("anna"));
    }

    Schedule create(Terms terms, Owner owner) {
        return schedules().create(terms, owner, null);
    }

    /// Time passes while the process is up: the engine sleeps from one due instant to the next.
    void pass(Duration time) {
        Instant end = now().plus(time);
        while (now().isBefore(end)) {
            Duration left = Duration.between(now(), end);
            Duration sleep = application.bean(FiringEngine.class).untilNextDue(left);
            comeBackAfter(sleep.isZero() ? Duration.ofMillis(1) : sleep);
        }
    }

    /// Time passes while the process is down; then the engine looks at what is due.
    void comeBackAt(Instant instant) {
        application.clock().set(instant);
        application.bean(FiringEngine.class).fireAllDue();
    }

    void comeBackAfter(Duration downtime) {
        comeBackAt(now().plus(downtime));
    }

    Schedule found(Schedule schedule) {
        return schedules().find(schedule.id()).orElseThrow();
    }

    /// The runs of a schedule in the order in which they were due: `13:00 ran, 14:00 missed`. What
    /// did not run shows its reason.
    String runs(Schedule schedule) {
        return runsOf(schedule).stream()
                .map(PassingTime::words)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private List<Run> runsOf(Schedule schedule) {
        return application.bean(RunStore.class).latest(schedule.id(), MOST).reversed();
    }

    private static String words(Run run) {
        LocalTime due = LocalTime.ofInstant(run.dueAt(), ZoneOffset.UTC);
        return due
                + switch (run.status()) {
                    case WAITING -> " waits";
                    case RUNNING -> " runs";
                    case SUCCEEDED -> " ran";
                    case FAILED -> " failed: " + run.reason();
                    case SKIPPED -> " " + run.reason();
                };
    }

    /// Every occurrence is accounted for: each that came by has its run, and each run its sense.
    void requireAccountOf(Schedule schedule) {
        List<Run> runs = runsOf(schedule);
        assertThat(runs).extracting(Run::dueAt).containsAll(cameBy(schedule, runs));
        requireSenseOfRuns(schedule);
    }

    /// What did not run says why, and what ran was handed over, once.
    void requireSenseOfRuns(Schedule schedule) {
        List<Run> runs = runsOf(schedule);
        assertThat(runs)
                .filteredOn(run -> run.status() == Run.Status.SKIPPED)
                .allSatisfy(run -> assertThat(run.reason()).isNotBlank());
        List<String> fired =
                runs.stream()
                        .filter(run -> run.status() != Run.Status.SKIPPED)
                        .map(run -> run.id().value())
                        .toList();
        assertThat(application.handover().rows())
                .filteredOn(row -> row.scheduleId().equals(schedule.id().value()))
                .extracting(RecordingHandover.HandedOver::runId)
                .containsExactlyInAnyOrderElementsOf(fired);
    }

    /// All instants of the trigger up to where the schedule stands now.
    private List<Instant> cameBy(Schedule schedule, List<Run> runs) {
        Schedule now = found(schedule);
        Instant next = now.state().nextDueAt();
        if (next != null) {
            assertThat(next.plus(now.policies().jitter())).isAfter(now());
        }
        Instant last = runs.isEmpty() ? schedule.createdAt() : runs.getLast().dueAt();
        Instant end = next == null ? last : next.minusMillis(1);
        return Occurrences.between(schedule.trigger(), schedule.createdAt(), end, MOST);
    }
}
