package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads dates: "12 march", "March 12th, 2027", "2026-12-24", "24.12.2026", "24/12".
final class Dates {
    private Dates() {}

    /// @param led whether "on" or "at" stands before it, so that two numbers with a slash are a
    ///   date
    static Optional<Found<Piece>> at(Tokens tokens, int start, boolean led) {
        int at = start;
        DayOfWeek weekday = Weekdays.any(tokens, at).orElse(null);
        if (weekday != null) {
            at = tokens.isMark(at + 1, ",") || tokens.isMark(at + 1, ".") ? at + 2 : at + 1;
        }
        int from = tokens.reads(at, "the") ? at + 1 : at;
        Found<Piece> found = inWords(tokens, from, weekday);
        if (found == null && from == at) {
            found = inDigits(tokens, at, weekday, led || weekday != null);
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Found<Piece> inWords(
            Tokens tokens, int at, @Nullable DayOfWeek weekday) {
        int month = Months.at(tokens, at);
        if (month > 0) {
            int dot = tokens.isGluedMark(at + 1, ".") ? at + 2 : at + 1;
            Found<Integer> day = dayOfMonth(tokens, tokens.reads(dot, "the") ? dot + 1 : dot);
            return day == null ? null : withYear(tokens, day.value(), month, weekday, day.end());
        }
        Found<Integer> day = dayOfMonth(tokens, at);
        if (day == null) {
            return null;
        }
        int next = tokens.isGluedMark(day.end(), ".") ? day.end() + 1 : day.end();
        next = tokens.reads(next, "of") || tokens.isGluedMark(next, "-") ? next + 1 : next;
        month = Months.at(tokens, next);
        return month == 0 ? null : withYear(tokens, day.value(), month, weekday, next + 1);
    }

    private static @Nullable Found<Integer> dayOfMonth(Tokens tokens, int at) {
        Found<Integer> ordinal = Numbers.ordinal(tokens, at).orElse(null);
        if (ordinal != null) {
            return ordinal;
        }
        // A number that goes on ("march 12:30", "march 2027") is no day.
        boolean day = tokens.number(at) >= 0 && tokens.word(at).length() <= 2;
        boolean clock = tokens.isGluedMark(at + 1, ":") && tokens.isGlued(at + 2);
        return day && !clock ? new Found<>(tokens.number(at), at + 1) : null;
    }

    private static Found<Piece> withYear(
            Tokens tokens, int day, int month, @Nullable DayOfWeek weekday, int end) {
        int at = tokens.isMark(end, ",") || tokens.isGluedMark(end, "-") ? end + 1 : end;
        boolean year = isYear(tokens, at) && !tokens.isGluedMark(at + 1, ":");
        return found(day, month, year ? tokens.number(at) : 0, weekday, year ? at + 1 : end);
    }

    private static boolean isYear(Tokens tokens, int at) {
        return tokens.word(at).length() == 4 && tokens.number(at) >= 1900;
    }

    private static @Nullable Found<Piece> inDigits(
            Tokens tokens, int at, @Nullable DayOfWeek weekday, boolean led) {
        if (isYear(tokens, at)) {
            return iso(tokens, at, weekday);
        }
        int first = tokens.number(at);
        int second = tokens.isGlued(at + 2) ? tokens.number(at + 2) : -1;
        if (first < 1
                || second < 1
                || tokens.word(at).length() > 2
                || tokens.word(at + 2).length() > 2) {
            return null;
        }
        String mark = tokens.word(at + 1);
        boolean yearFollows =
                tokens.isGluedMark(at + 3, mark)
                        && tokens.isGlued(at + 4)
                        && isYear(tokens, at + 4);
        int year = yearFollows ? tokens.number(at + 4) : 0;
        if (tokens.isGluedMark(at + 1, ".")) {
            // "24.12." needs its last dot, else it is a number or a time.
            boolean dotted = tokens.isGluedMark(at + 3, ".");
            return yearFollows || (dotted && led)
                    ? found(first, second, year, weekday, yearFollows ? at + 5 : at + 4)
                    : null;
        }
        boolean slashed = tokens.isGluedMark(at + 1, "/") && (led || yearFollows);
        boolean dashed = tokens.isGluedMark(at + 1, "-") && yearFollows;
        if (!slashed && !dashed) {
            return null;
        }
        int end = yearFollows ? at + 5 : at + 3;
        if (first <= 12 && second <= 12 && first != second) {
            String question =
                    "Is %s day/month or month/day? Please write it like 2026-12-24 or “24 december”."
                            .formatted(tokens.said(at, end));
            return new Found<>(new Piece.Unclear(question), end);
        }
        return first > 12
                ? found(first, second, year, weekday, end)
                : found(second, first, year, weekday, end);
    }

    private static @Nullable Found<Piece> iso(Tokens tokens, int at, @Nullable DayOfWeek weekday) {
        int month = tokens.gluedTwoDigits(at + 2);
        int day = tokens.gluedTwoDigits(at + 4);
        boolean dashes = tokens.isGluedMark(at + 1, "-") && tokens.isGluedMark(at + 3, "-");
        if (!dashes || month < 0 || day < 0) {
            return null;
        }
        Found<Piece> date = found(day, month, tokens.number(at), weekday, at + 5);
        if (tokens.isGlued(at + 5) && tokens.reads(at + 5, "t")) {
            Found<Clock> clock = ClockFaces.digits(tokens, at + 6, false);
            if (clock != null) {
                Clock said = clock.value();
                Clock exact = new Clock(said.hour(), said.minute(), said.second(), true);
                Piece time =
                        exact.isPossible()
                                ? new Piece.Times(List.of(exact))
                                : new Piece.Unclear(
                                        "“"
                                                + tokens.said(at, clock.end())
                                                + "” is not a time. When do you mean?");
                return new Found<>(new Piece.Both(date.value(), time), clock.end());
            }
        }
        return date;
    }

    private static Found<Piece> found(
            int day, int month, int year, @Nullable DayOfWeek weekday, int end) {
        return new Found<>(new Piece.On(new Day.Date(day, month, year, weekday)), end);
    }
}
