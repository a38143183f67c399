package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing said about when. A timing is a row of them: "every weekday | at 9:30 | until friday".
sealed interface Piece {

    record In(Amount amount) implements Piece {}

    record On(Day day) implements Piece {}

    record During(DayPart part) implements Piece {}

    record Times(List<Clock> clocks) implements Piece {}

    record Every(Amount amount) implements Piece {}

    /// Every hour at that minute: "every hour on the hour".
    record Hourly(int minute) implements Piece {}

    record Weekly(Set<DayOfWeek> days) implements Piece {}

    record Except(Set<DayOfWeek> days) implements Piece {}

    /// Every week, month, quarter or year; the day in it is said elsewhere.
    record Cycle(Unit unit) implements Piece {}

    /// Days of the month; -1 is the last one.
    record MonthDays(List<Integer> days) implements Piece {}

    /// The nth such weekday of the month, -1 for the last one; no weekday means Monday to Friday.
    record Nth(int nth, @Nullable DayOfWeek day) implements Piece {}

    record Between(Clock from, Clock to) implements Piece {}

    record Until(@Nullable Day day, @Nullable Clock clock) implements Piece {}

    record Lasting(Amount amount) implements Piece {}

    record Runs(int count) implements Piece {}

    record From(@Nullable Day day, @Nullable Clock clock) implements Piece {}

    record Zone(ZoneId zone, @Nullable String assumption) implements Piece {}

    record Assumed(String sentence) implements Piece {}

    /// Meant as a timing, but it cannot be one as it stands.
    record Unclear(String question) implements Piece {}

    record Both(Piece first, Piece second) implements Piece {}
}
