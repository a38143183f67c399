package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/// A day as said, not yet a date: which one it is depends on now, and on the zone.
sealed interface Day {

    /// 0 is today, -1 yesterday.
    record FromToday(int days) implements Day {}

    record Weekday(DayOfWeek day, Which which) implements Day {}

    /// A day of a month, of the next one that fits if less is said.
    ///
    /// @param month 0 if not said
    /// @param year 0 if not said
    /// @param weekday the weekday said beside it, which has to agree
    record Date(int day, int month, int year, @Nullable DayOfWeek weekday) implements Day {}

    /// The last day of this week, month or year.
    record EndOf(Unit unit) implements Day {}

    /// Some day in the next week or month.
    record Next(Unit unit) implements Day {}

    enum Which {
        COMING,
        THIS,
        NEXT
    }
}
