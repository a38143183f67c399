package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads days by their place in a month: "on the 1st and 15th", "the last friday of every month".
final class MonthlyDays {
    private static final Set<String> NOUNS = Set.of("floor", "time", "day", "one", "item", "page");
    private static final Set<String> WORKING = Set.of("working", "business", "work");
    private static final List<String> LEADS = List.of("on the", "the");
    private static final int LONGEST_LIST = 12;
    private static final List<String> OF_MONTH =
            Lexicon.phrases(
                    """
                    of every month, of each month, of the month, of a month
                    in every month, in each month, in the month, every month, each month
                    monthly
                    """);
    private static final List<String> OF_QUARTER =
            List.of("of every quarter", "of each quarter", "of the quarter");

    private MonthlyDays() {}

    static boolean isOfMonth(Tokens tokens, int at) {
        return tokens.phrase(at, OF_MONTH) > 0;
    }

    /// "on the 1st and 15th", "on the last day of the month", "first monday of every month".
    static Optional<Found<Piece>> at(Tokens tokens, int start) {
        int length = tokens.phrase(start, LEADS);
        Found<Piece> found = places(tokens, start + length);
        if (found == null) {
            return Optional.empty();
        }
        boolean led = tokens.reads(start, "on");
        Found<Piece> whole = withMonth(tokens, found);
        return led || whole.end() > found.end() ? Optional.of(whole) : Optional.empty();
    }

    /// "every first monday of the month", "every 5th", "every 24 december".
    static @Nullable Found<Piece> afterEvery(Tokens tokens, int at) {
        Found<Piece> date = Dates.at(tokens, at, false).orElse(null);
        if (date != null) {
            Piece yearly = new Piece.Cycle(Unit.YEAR);
            return new Found<>(new Piece.Both(yearly, date.value()), date.end());
        }
        Found<Piece> found = places(tokens, at);
        if (found == null) {
            return null;
        }
        int ofQuarter = tokens.phrase(found.end(), OF_QUARTER);
        int ofMonth = tokens.phrase(found.end(), OF_MONTH);
        Piece cycle = new Piece.Cycle(ofQuarter > 0 ? Unit.QUARTER : Unit.MONTH);
        return new Found<>(new Piece.Both(found.value(), cycle), found.end() + ofQuarter + ofMonth);
    }

    private static Found<Piece> withMonth(Tokens tokens, Found<Piece> found) {
        int ofMonth = tokens.phrase(found.end(), OF_MONTH);
        if (ofMonth > 0) {
            Piece month = new Piece.Cycle(Unit.MONTH);
            boolean said = !tokens.reads(found.end() + 1, "the");
            Piece whole = new Piece.Both(found.value(), month);
            whole =
                    said
                            ? whole
                            : new Piece.Both(whole, new Piece.Assumed("I took it as every month."));
            return new Found<>(whole, found.end() + ofMonth);
        }
        int ofQuarter = tokens.phrase(found.end(), OF_QUARTER);
        return ofQuarter == 0
                ? found
                : new Found<>(
                        new Piece.Both(found.value(), new Piece.Cycle(Unit.QUARTER)),
                        found.end() + ofQuarter);
    }

    private static @Nullable Found<Piece> places(Tokens tokens, int at) {
        Found<Piece> nth = nth(tokens, at);
        return nth != null ? nth : list(tokens, at);
    }

    private static @Nullable Found<Piece> nth(Tokens tokens, int at) {
        boolean last = tokens.reads(at, "last");
        Found<Integer> place =
                last ? new Found<>(-1, at + 1) : Numbers.ordinal(tokens, at).orElse(null);
        if (place == null) {
            return null;
        }
        int next = place.end();
        DayOfWeek day = Weekdays.any(tokens, next).orElse(null);
        if (day != null && place.value() <= 5) {
            return new Found<>(new Piece.Nth(place.value(), day), next + 1);
        }
        boolean two = tokens.isAny(next, WORKING) && tokens.reads(next + 1, "day");
        if (tokens.isAny(next, Set.of("weekday", "workday")) || two) {
            return place.value() == 1 || last
                    ? new Found<>(new Piece.Nth(place.value(), null), two ? next + 2 : next + 1)
                    : null;
        }
        boolean dayOfMonth = tokens.reads(next, "day") && (last || place.value() <= 31);
        return dayOfMonth && (last || isOfMonth(tokens, next + 1))
                ? new Found<>(new Piece.MonthDays(List.of(place.value())), next + 1)
                : null;
    }

    private static @Nullable Found<Piece> list(Tokens tokens, int start) {
        List<Integer> days = new ArrayList<>();
        int at = start;
        int end = start;
        Found<Integer> next = Numbers.ordinal(tokens, at).orElse(null);
        while (next != null && days.size() < LONGEST_LIST) {
            days.add(next.value());
            end = next.end();
            at = tokens.isMark(end, ",") ? end + 1 : end;
            at = tokens.reads(at, "and") || tokens.isMark(at, "&") ? at + 1 : at;
            at = tokens.reads(at, "the") ? at + 1 : at;
            next = at == end ? null : Numbers.ordinal(tokens, at).orElse(null);
        }
        boolean noun = tokens.isAny(end, NOUNS);
        return days.isEmpty() || noun
                ? null
                : new Found<>(new Piece.MonthDays(List.copyOf(days)), end);
    }
}
