package dev.carillon.scheduler.time;

import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.Trigger.At;
import dev.carillon.scheduler.Trigger.Cron;
import dev.carillon.scheduler.Trigger.Every;
import dev.carillon.scheduler.Trigger.Window;
import dev.carillon.scheduler.Trigger.Within;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The instants at which triggers are due. Every answer is computed from the trigger and the
/// instants given alone, so that any replica comes to the same one.
///
/// Around daylight saving: a fixed time of the day that does not exist is due at the first instant
/// after the gap, and one that happens twice is due at the first. Cron expressions with a wildcard
/// or a step in the hour follow elapsed time instead: they are due at every instant whose local
/// time matches.
///
/// Several times in one gap are due once, together. A gap may be a whole day, as the 30 December
/// 2011 in Samoa: the fixed times of that date are due once, when the next date begins, also if the
/// expression asks for a weekday. In a doubled hour the second pass has no fixed times at all,
/// whoever asks at whatever instant. Windows begin and end by the rule of fixed times; one that
/// lies in a gap as a whole has no occurrence.
public final class Occurrences {

    private Occurrences() {}

    /// The first occurrence strictly after an instant.
    public static Optional<Instant> after(Trigger trigger, Instant instant) {
        return switch (trigger) {
            case At at -> Optional.of(at.at()).filter(due -> due.isAfter(instant));
            case Every every when every.at() != null ->
                    Optional.of(DayStepOccurrences.of(every).after(instant));
            case Every every -> Optional.of(after(every, instant));
            case Cron cron -> CronOccurrences.after(cron, instant);
            case Window window -> WindowOccurrences.after(window, instant);
            case Within within -> WithinOccurrences.after(within, instant);
        };
    }

    /// The first `count` occurrences strictly after an instant; fewer if there are no more.
    public static List<Instant> next(Trigger trigger, Instant after, int count) {
        return between(trigger, after, Instant.MAX, count);
    }

    /// The occurrences after `from` up to and including `to`, the earliest first and at most `max`
    /// of them.
    public static List<Instant> between(Trigger trigger, Instant from, Instant to, int max) {
        if (max < 0) {
            throw new IllegalArgumentException("'max' must not be negative, but is " + max);
        }
        List<Instant> found = new ArrayList<>();
        Optional<Instant> next = Optional.of(from);
        while (found.size() < max) {
            next = next.flatMap(last -> after(trigger, last)).filter(due -> !due.isAfter(to));
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
        }
        return List.copyOf(found);
    }

    /// The last occurrence after `from` up to and including `to`. Searches backwards, so that its
    /// cost does not grow with the number of occurrences between.
    public static Optional<Instant> latestAtOrBefore(Trigger trigger, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Optional.empty();
        }
        Optional<Instant> latest =
                switch (trigger) {
                    case At at -> Optional.of(at.at()).filter(due -> !due.isAfter(to));
                    case Every every when every.at() != null ->
                            DayStepOccurrences.of(every).atOrBefore(to);
                    case Every every -> atOrBefore(every, to);
                    case Cron cron -> CronOccurrences.atOrBefore(cron, from, to);
                    case Window window -> WindowOccurrences.atOrBefore(window, from, to);
                    case Within within -> WithinOccurrences.atOrBefore(within, from, to);
                };
        return latest.filter(due -> due.isAfter(from));
    }

    private static Instant after(Every every, Instant instant) {
        if (instant.isBefore(every.anchor())) {
            return every.anchor();
        }
        return stepAtOrBefore(every.anchor(), every.interval(), instant).plus(every.interval());
    }

    private static Optional<Instant> atOrBefore(Every every, Instant instant) {
        return instant.isBefore(every.anchor())
                ? Optional.empty()
                : Optional.of(stepAtOrBefore(every.anchor(), every.interval(), instant));
    }

    /// The last of the instants `start`, `start + step`, ... that is not after `limit`, which must
    /// not lie before `start`.
    static Instant stepAtOrBefore(Instant start, Duration step, Instant limit) {
        long steps = Duration.between(start, limit).toMillis() / step.toMillis();
        return start.plusMillis(steps * step.toMillis());
    }
}
