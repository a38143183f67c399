package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads where a recurrence begins and ends: "between 9 and 17", "until friday", "5 times".
final class Bounds {
    private static final List<String> EXCEPT =
            List.of("except for", "except on", "except", "but not on", "but not", "excluding");
    private static final Set<String> RATES = Set.of("a", "per", "each");
    private static final List<String> FOR =
            List.of("for the next", "over the next", "during the next", "for");
    private static final Set<String> FROM_LINKS = Set.of("to", "until", "till", "-", "–");
    private static final Set<String> BETWEEN_LINKS = Set.of("and", "to", "-", "–");
    private static final Set<String> UNTIL = Set.of("until", "till", "til", "'til");
    private static final Set<String> STARTING = Set.of("starting", "beginning", "from");

    private Bounds() {}

    static Optional<Found<Piece>> at(Tokens tokens, int at) {
        return Optional.ofNullable(between(tokens, at))
                .or(() -> Optional.ofNullable(until(tokens, at)))
                .or(() -> Optional.ofNullable(lasting(tokens, at)))
                .or(() -> Optional.ofNullable(runs(tokens, at)))
                .or(() -> Optional.ofNullable(except(tokens, at)))
                .or(() -> Optional.ofNullable(from(tokens, at)));
    }

    private static @Nullable Found<Piece> between(Tokens tokens, int at) {
        boolean between = tokens.reads(at, "between");
        if (!between && !tokens.reads(at, "from")) {
            return null;
        }
        Found<Clock> from = Clocks.plain(tokens, at + 1);
        if (from == null) {
            from = beforeDash(tokens, at + 1);
        }
        Set<String> links = between ? BETWEEN_LINKS : FROM_LINKS;
        if (from == null || !tokens.isAny(from.end(), links)) {
            return null;
        }
        Found<Clock> to = Clocks.plain(tokens, from.end() + 1);
        if (to == null) {
            return null;
        }
        if (!from.value().isPossible() || !to.value().isPossible()) {
            String said = tokens.said(at, to.end());
            return new Found<>(
                    new Piece.Unclear("“" + said + "” is not a time of day. What do you mean?"),
                    to.end());
        }
        return new Found<>(new Piece.Between(from.value(), to.value()), to.end());
    }

    /// "from 9-17": the dash is glued to a bare hour.
    private static @Nullable Found<Clock> beforeDash(Tokens tokens, int at) {
        int hour = tokens.number(at);
        boolean dashed = tokens.isGluedMark(at + 1, "-") || tokens.isGluedMark(at + 1, "–");
        return hour >= 0 && hour <= 24 && dashed
                ? new Found<>(new Clock(hour, 0, 0, hour == 0 || hour > 12), at + 1)
                : null;
    }

    private static @Nullable Found<Piece> until(Tokens tokens, int start) {
        int at = start;
        if (tokens.isAny(start, UNTIL)) {
            at++;
        } else if (tokens.reads(start, "ending") || tokens.reads(start, "through")) {
            at++;
        } else {
            return null;
        }
        Day day = null;
        Clock clock = null;
        Found<Day> first = day(tokens, at);
        if (first != null) {
            day = first.value();
            at = first.end();
        }
        Found<Clock> time = clock(tokens, at, day == null);
        if (time != null) {
            clock = time.value();
            at = time.end();
            Found<Day> later = day == null ? day(tokens, at) : null;
            day = later == null ? day : later.value();
            at = later == null ? at : later.end();
        }
        return day == null && clock == null ? null : new Found<>(new Piece.Until(day, clock), at);
    }

    private static @Nullable Found<Day> day(Tokens tokens, int at) {
        Found<Piece> found = Days.at(tokens, at).orElse(null);
        if (found == null && tokens.reads(at, "the")) {
            Found<Integer> ordinal = Numbers.ordinal(tokens, at + 1).orElse(null);
            return ordinal == null
                    ? null
                    : new Found<>(new Day.Date(ordinal.value(), 0, 0, null), ordinal.end());
        }
        return found != null && found.value() instanceof Piece.On(Day day)
                ? new Found<>(day, found.end())
                : null;
    }

    private static @Nullable Found<Clock> clock(Tokens tokens, int at, boolean led) {
        boolean said = tokens.reads(at, "at");
        Found<Clock> clock = Clocks.one(tokens, said ? at + 1 : at, led || said);
        return clock != null && clock.value().isPossible() ? clock : null;
    }

    private static @Nullable Found<Piece> lasting(Tokens tokens, int at) {
        int length = tokens.phrase(at, FOR);
        if (length == 0) {
            return null;
        }
        Found<Amount> amount = Amounts.at(tokens, at + length).orElse(null);
        if (amount == null && length == 3) {
            // "for the next week"
            amount =
                    Unit.at(tokens, at + length)
                            .map(unit -> new Found<>(unit.times(1), at + length + 1))
                            .orElse(null);
        }
        return amount == null || amount.value().isZero()
                ? null
                : new Found<>(new Piece.Lasting(amount.value()), amount.end());
    }

    private static @Nullable Found<Piece> runs(Tokens tokens, int start) {
        int at =
                start
                        + tokens.phrase(
                                start,
                                List.of(
                                        "for a total of",
                                        "at most",
                                        "up to",
                                        "max",
                                        "for",
                                        "only"));
        Found<Integer> count = Numbers.cardinal(tokens, at).orElse(null);
        if (count == null || count.value() == 0) {
            return null;
        }
        boolean times = tokens.reads(count.end(), "times") || tokens.reads(count.end(), "time");
        boolean rate = tokens.isAny(count.end() + 1, RATES);
        return times && !rate ? new Found<>(new Piece.Runs(count.value()), count.end() + 1) : null;
    }

    private static @Nullable Found<Piece> except(Tokens tokens, int start) {
        int length = tokens.phrase(start, EXCEPT);
        if (length == 0) {
            return null;
        }
        int at = start + length;
        if (tokens.reads(at, "weekend") || tokens.reads(at, "the", "weekend")) {
            int end = tokens.reads(at, "the") ? at + 2 : at + 1;
            return new Found<>(new Piece.Except(Weekdays.WEEKEND), end);
        }
        return Weekdays.row(tokens, at)
                .map(row -> new Found<Piece>(new Piece.Except(row.value().days()), row.end()))
                .orElse(null);
    }

    private static @Nullable Found<Piece> from(Tokens tokens, int start) {
        int at = tokens.isAny(start, STARTING) ? start + 1 : start;
        at = at == start && tokens.reads(start, "as", "of") ? start + 2 : at;
        if (at == start) {
            return null;
        }
        boolean on = tokens.reads(at, "on") && day(tokens, at) == null;
        at = on || tokens.reads(at, "from") ? at + 1 : at;
        if (tokens.reads(at, "now") && !tokens.reads(start, "as")) {
            return null;
        }
        Found<Day> day = day(tokens, at);
        int end = day == null ? at : day.end();
        Found<Clock> clock = clock(tokens, end, day == null);
        if (clock != null) {
            end = clock.end();
        }
        return day == null && clock == null
                ? null
                : new Found<>(
                        new Piece.From(
                                day == null ? null : day.value(),
                                clock == null ? null : clock.value()),
                        end);
    }

    static Set<DayOfWeek> without(Set<DayOfWeek> days, Set<DayOfWeek> excepted) {
        EnumSet<DayOfWeek> rest = EnumSet.copyOf(days);
        rest.removeAll(excepted);
        return rest;
    }
}
