package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When something is to happen, as a person said it. Local times are local in the zone of the plan
/// they belong to.
public sealed interface Timing {

    /// A timing that comes once.
    sealed interface Once extends Timing permits In, At {}

    /// Elapsed time from now.
    record In(Duration delay) implements Once {
        public In {
            if (!delay.isPositive()) {
                throw new IllegalArgumentException("not in the future: " + delay);
            }
        }
    }

    /// A moment on the calendar.
    record At(LocalDateTime time) implements Once {}

    /// Again and again after the same elapsed time. Counted from `first` where one was said, else
    /// from the moment of creation.
    record Every(Duration interval, @Nullable LocalDateTime first) implements Timing {
        public Every {
            if (!interval.isPositive()) {
                throw new IllegalArgumentException("not a length of time: " + interval);
            }
        }
    }

    /// Every so many days, counted on the calendar from the first: clock changes do not move it.
    record EveryDays(int days, LocalDateTime first) implements Timing {
        public EveryDays {
            if (days < 1) {
                throw new IllegalArgumentException("not a number of days: " + days);
            }
        }
    }

    /// Five fields (minute hour day month weekday), or six with seconds first; weekdays are numbers
    /// with Sunday as 0; uses `L`, `LW`, `1W` and `#` where people name such days.
    record Cron(String expression) implements Timing {}

    /// Every so often, on some days, between two times of day. `to` is after `from`.
    record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, Duration every)
            implements Timing {
        public Window {
            days = Set.copyOf(days);
            if (days.isEmpty() || !to.isAfter(from) || !every.isPositive()) {
                throw new IllegalArgumentException(
                        "not a window: " + days + " " + from + " to " + to + " every " + every);
            }
        }
    }
}
