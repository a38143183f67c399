package dev.carillon.agent.timekeeper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a timing that is all there is from some place to the end.
final class Schedules {
    private Schedules() {}

    /// @param led whether "to" or "at" stands before it, so that "10" is a time
    static @Nullable Clues wholeTiming(Tokens tokens, int at, boolean led) {
        Found<Clues> row = Row.at(tokens, at, Clues.NONE);
        if (row.end() == tokens.size() && row.end() > at) {
            return row.value();
        }
        Found<Clock> clock = led ? Clocks.one(tokens, at, true) : null;
        if (clock == null || !clock.value().isPossible()) {
            return null;
        }
        Clues time = new Clues(List.of(new Piece.Times(List.of(clock.value()))));
        Found<Clues> more = Row.at(tokens, clock.end(), time);
        return more.end() == tokens.size() ? more.value() : null;
    }
}
