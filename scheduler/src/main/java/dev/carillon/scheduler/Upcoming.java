package dev.carillon.scheduler;

import dev.carillon.scheduler.time.Occurrences;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a schedule will fire next, as people are told: nothing while it rests or when it is over.
final class Upcoming {
    private Upcoming() {}

    static List<Instant> of(Schedule schedule, Instant now, int count) {
        if (schedule.state().status() != Schedule.Status.ACTIVE) {
            return List.of();
        }
        Stream<Instant> all = Stream.concat(recurring(schedule, count), snoozed(schedule));
        return all.distinct().sorted().limit(count).toList();
    }

    private static Stream<Instant> recurring(Schedule schedule, int count) {
        Instant first = schedule.state().nextDueAt();
        if (first == null) {
            return Stream.empty();
        }
        Stream<Instant> later =
                schedule.isRecurring()
                        ? Occurrences.next(schedule.trigger(), first, count - 1).stream()
                        : Stream.empty();
        Instant expiresAt = schedule.policies().expiresAt();
        return Stream.concat(Stream.of(first), later)
                .filter(instant -> expiresAt == null || !instant.isAfter(expiresAt))
                .limit(runsLeft(schedule))
                .map(instant -> instant.plus(schedule.policies().jitter()));
    }

    private static Stream<Instant> snoozed(Schedule schedule) {
        return Stream.ofNullable(schedule.state().snoozedUntil());
    }

    private static long runsLeft(Schedule schedule) {
        Integer maxRuns = schedule.policies().maxRuns();
        return maxRuns == null
                ? Long.MAX_VALUE
                : Math.max(0, maxRuns - schedule.state().runCount());
    }
}
