package dev.carillon.scheduler;

import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.time.CronExpression;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says when a schedule is due. A trigger is a value: it knows neither the clock nor what has
/// already run; `Occurrences` works out its instants.
///
/// Instants are kept to the millisecond, as the store keeps them: a finer one would come back from
/// the store a little earlier than it went in and be due a second time.
public sealed interface Trigger {

    /// The zone in which people read this trigger and, for `Cron`, `Window` and an `Every` with a
    /// time of day, in which it is meant.
    ZoneId zone();

    /// Once, at an instant between the years 1970 and 9999.
    record At(Instant at, ZoneId zone) implements Trigger {
        public At {
            at = storable(at, "at");
        }
    }

    /// Again and again after a fixed elapsed time, counted from the anchor, which is itself an
    /// occurrence. Clock changes do not move it and it does not drift.
    ///
    /// With a time of day it follows the calendar instead: every so many days, counted from the
    /// anchor's local date, at that local time. What the anchor says of the time of day counts for
    /// nothing then, and clock changes are treated as for any other fixed time.
    ///
    /// @param at the local time, for an interval of whole days; null for elapsed time
    record Every(Duration interval, Instant anchor, ZoneId zone, @Nullable LocalTime at)
            implements Trigger {
        public Every {
            requireInterval(interval, "interval");
            anchor = storable(anchor, "anchor");
            if (at != null) {
                requireWholeSeconds(at, "at");
                requireWholeDays(interval);
            }
        }

        /// After a fixed elapsed time.
        public Every(Duration interval, Instant anchor, ZoneId zone) {
            this(interval, anchor, zone, null);
        }

        /// The local date from which the days are counted.
        public LocalDate firstDay() {
            return anchor.atZone(zone).toLocalDate();
        }
    }

    /// The local times that a cron expression describes; see `CronExpression` for its grammar.
    record Cron(String expression, ZoneId zone) implements Trigger {
        public Cron {
            expression = CronExpression.of(expression).text();
        }
    }

    /// From a local time to another (not included) on certain days, in even steps of elapsed time
    /// that begin anew with each window. A window that crosses midnight belongs to the day on which
    /// it starts; no days mean every day; equal times mean the whole day.
    record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, Duration every, ZoneId zone)
            implements Trigger {
        public Window {
            EnumSet<DayOfWeek> inOrder = EnumSet.noneOf(DayOfWeek.class);
            inOrder.addAll(days);
            days = Collections.unmodifiableSet(inOrder);
            requireWholeSeconds(from, "from");
            requireWholeSeconds(to, "to");
            requireInterval(every, "every");
        }
    }

    /// The occurrences of a cron expression or an interval that lie in certain hours of the week;
    /// the others do not exist.
    record Within(Trigger inner, ActiveHours hours) implements Trigger {
        public Within {
            if (!(inner instanceof Cron || inner instanceof Every)) {
                throw new IllegalArgumentException(
                        "only a cron expression or an interval can be kept within hours, not "
                                + inner);
            }
        }

        @Override
        public ZoneId zone() {
            return inner.zone();
        }
    }

    private static Instant storable(Instant instant, String name) {
        if (instant.isBefore(TriggerBounds.EARLIEST) || !instant.isBefore(TriggerBounds.END)) {
            throw new IllegalArgumentException(
                    "'" + name + "' must lie between the years 1970 and 9999, but is " + instant);
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireInterval(Duration interval, String name) {
        if (interval.compareTo(TriggerBounds.SHORTEST) < 0
                || interval.compareTo(TriggerBounds.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' must be at least 1 second and at most 3660 days, but is "
                            + interval);
        }
        if (!interval.truncatedTo(ChronoUnit.MILLIS).equals(interval)) {
            throw new IllegalArgumentException(
                    "'" + name + "' must be whole milliseconds, but is " + interval);
        }
    }

    private static void requireWholeDays(Duration interval) {
        if (!interval.equals(Duration.ofDays(interval.toDays()))) {
            throw new IllegalArgumentException(
                    "'interval' must be whole days if there is a time of day, but is " + interval);
        }
    }

    private static void requireWholeSeconds(LocalTime time, String name) {
        if (!time.truncatedTo(ChronoUnit.SECONDS).equals(time)) {
            throw new IllegalArgumentException(
                    "'" + name + "' must be a time in whole seconds, but is " + time);
        }
    }
}

/// What a trigger can hold. Beside the interface because every field of an interface is public.
final class TriggerBounds {
    static final Instant EARLIEST = Instant.EPOCH;
    static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofDays(3660);

    private TriggerBounds() {}
}
