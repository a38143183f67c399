package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.Occurrences;
import dev.carillon.scheduler.time.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes triggers of what people said about when.
final class Triggers {
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private Triggers() {}

    /// @param zone the zone of local times, and of the trigger
    /// @param from where the recurrence begins, if that was said
    /// @throws ScheduleRefused when no trigger can be like that
    static Trigger of(Timing timing, ZoneId zone, @Nullable LocalDateTime from, Instant now) {
        return valid(() ->
                switch (timing) {
                    case Timing.Once once -> new Trigger.At(instant(once, zone, now), zone);
                    case Timing.Every(Duration interval, LocalDateTime first) ->
                            new Trigger.Every(
                                    interval, anchor(interval, first, from, zone, now), zone);
                    case Timing.EveryDays(int days, LocalDateTime first) ->
                            everyDays(days, first, from, zone, now);
                    case Timing.Cron(String expression) -> new Trigger.Cron(expression, zone);
                    case Timing.Window(var days, var start, var end, Duration every) ->
                            new Trigger.Window(days, start, end, every, zone);
                });
    }

    static Instant instant(Timing.Once once, ZoneId zone, Instant now) {
        return switch (once) {
            case Timing.In(Duration delay) -> now.plus(delay);
            case Timing.At(LocalDateTime time) -> instant(time, zone);
        };
    }

    /// Read by the same rule as all times, which says what happens when clocks change.
    static Instant instant(LocalDateTime time, ZoneId zone) {
        return TimeText.at(time.toString(), zone, Instant.EPOCH);
    }

    /// The anchor is an instant of the first date, also where clocks leave out its time of day.
    private static Trigger everyDays(
            int days, LocalDateTime first, @Nullable LocalDateTime from, ZoneId zone, Instant now) {
        Trigger.Every every =
                new Trigger.Every(
                        Duration.ofDays(days), instant(first, zone), zone, first.toLocalTime());
        Instant start = from == null ? now : instant(from, zone);
        return Occurrences.after(every, start.minusMillis(1))
                .<Trigger>map(due -> new Trigger.Every(every.interval(), due, zone, every.at()))
                .orElse(every);
    }

    private static Instant anchor(
            Duration interval,
            @Nullable LocalDateTime first,
            @Nullable LocalDateTime from,
            ZoneId zone,
            Instant now) {
        Instant start = from == null ? now : instant(from, zone);
        if (first == null) {
            return start;
        }
        Trigger.Every every = new Trigger.Every(interval, instant(first, zone), zone);
        return Occurrences.after(every, start.minusMillis(1)).orElse(start);
    }

    /// Until when a new schedule has to rest, so that nothing comes before its beginning. Ends a
    /// little before that, lest a late end swallow the first occurrence.
    static @Nullable Instant restUntil(
            Trigger trigger, @Nullable LocalDateTime from, Instant now, Schedules schedules) {
        if (from == null) {
            return null;
        }
        Instant begin = instant(from, trigger.zone());
        boolean early =
                schedules.preview(trigger, now, 1).stream().anyMatch(due -> due.isBefore(begin));
        if (!early) {
            return null;
        }
        Instant resting = begin.minus(BEFORE);
        Instant last =
                Occurrences.latestAtOrBefore(trigger, now, begin.minusMillis(1)).orElse(resting);
        return last.isBefore(resting) ? resting : last.plusMillis(1);
    }

    static <T> T valid(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid(String.valueOf(e.getMessage()));
        }
    }
}
