package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads single days: "tomorrow", "next friday", "on the 3rd", "this evening", "end of the month".
final class Days {
    private static final List<String> BEFORE_END =
            List.of("at the", "on the", "by the", "at", "the");
    private static final Set<String> TONIGHT = Set.of("tonight", "tonite");
    private static final Set<String> TOMORROW =
            Lexicon.words(
                    """
                    tomorrow tommorow tomorow tommorrow tomorrrow tmrw tmr 2morrow
                    """);

    private Days() {}

    static Optional<Found<Piece>> at(Tokens tokens, int at) {
        return Optional.<Found<Piece>>ofNullable(relative(tokens, at))
                .or(() -> Optional.ofNullable(partOfToday(tokens, at)))
                .or(() -> dated(tokens, at))
                .or(() -> Optional.ofNullable(weekday(tokens, at)))
                .or(() -> Optional.ofNullable(period(tokens, at)));
    }

    private static @Nullable Found<Piece> relative(Tokens tokens, int start) {
        int at = tokens.reads(start, "the") || tokens.reads(start, "on") ? start + 1 : start;
        if (tokens.reads(at, "day", "after") && tokens.isAny(at + 2, TOMORROW)) {
            return on(new Day.FromToday(2), at + 3);
        }
        if (tokens.reads(start, "a", "week", "from")) {
            if (tokens.isAny(start + 3, TOMORROW)) {
                return on(new Day.FromToday(8), start + 4);
            }
            return tokens.reads(start + 3, "today") ? on(new Day.FromToday(7), start + 4) : null;
        }
        if (tokens.isAny(start, TOMORROW)) {
            return on(new Day.FromToday(1), start + 1);
        }
        return switch (tokens.word(start)) {
            case "today" -> on(new Day.FromToday(0), start + 1);
            case "yesterday" -> on(new Day.FromToday(-1), start + 1);
            default -> null;
        };
    }

    private static @Nullable Found<Piece> partOfToday(Tokens tokens, int at) {
        if (tokens.isAny(at, TONIGHT)) {
            return today(DayPart.NIGHT, at + 1);
        }
        if (tokens.reads(at, "this")) {
            DayPart part = DayPart.at(tokens, at + 1).orElse(null);
            return part == null ? null : today(part, at + 2);
        }
        return null;
    }

    private static Found<Piece> today(DayPart part, int end) {
        Piece day = new Piece.On(new Day.FromToday(0));
        return new Found<>(new Piece.Both(day, new Piece.During(part)), end);
    }

    private static Optional<Found<Piece>> dated(Tokens tokens, int start) {
        boolean led = tokens.reads(start, "on");
        boolean iso = tokens.reads(start, "at") && tokens.word(start + 1).length() == 4;
        return Dates.at(tokens, led || iso ? start + 1 : start, led);
    }

    private static @Nullable Found<Piece> weekday(Tokens tokens, int start) {
        boolean led = tokens.reads(start, "on");
        int at = led ? start + 1 : start;
        Day.Which which =
                switch (tokens.word(at)) {
                    case "next" -> Day.Which.NEXT;
                    case "this" -> Day.Which.THIS;
                    default -> Day.Which.COMING;
                };
        boolean qualified = which != Day.Which.COMING || tokens.reads(at, "coming");
        if (tokens.reads(at, "the", "coming") || tokens.reads(at, "this", "coming")) {
            qualified = true;
            which = Day.Which.COMING;
            at++;
        }
        at = qualified ? at + 1 : at;
        DayOfWeek day = Weekdays.any(tokens, at).orElse(null);
        if (day == null) {
            return null;
        }
        if (!led && !qualified && Weekdays.full(tokens, at).isEmpty() && !isTimed(tokens, at + 1)) {
            // "sun", "sat" and "wed" alone are words like others.
            return null;
        }
        if (tokens.reads(at + 1, "next", "week")) {
            return on(new Day.Weekday(day, Day.Which.NEXT), at + 3);
        }
        return on(new Day.Weekday(day, which), at + 1);
    }

    private static boolean isTimed(Tokens tokens, int at) {
        return tokens.reads(at, "at")
                || DayPart.at(tokens, at).isPresent()
                || Clocks.one(tokens, at, false) != null;
    }

    private static @Nullable Found<Piece> period(Tokens tokens, int start) {
        int at = start + tokens.phrase(start, BEFORE_END);
        at = tokens.reads(at, "very") ? at + 1 : at;
        if (tokens.reads(at, "eod")) {
            return endOfDay(at + 1);
        }
        if (tokens.reads(at, "end", "of", "every", "month")
                || tokens.reads(at, "end", "of", "each", "month")) {
            Piece last = new Piece.MonthDays(List.of(-1));
            return new Found<>(new Piece.Both(last, new Piece.Cycle(Unit.MONTH)), at + 4);
        }
        if (tokens.reads(at, "end", "of")) {
            int unit = tokens.isAny(at + 2, Set.of("the", "this")) ? at + 3 : at + 2;
            return switch (tokens.word(unit)) {
                case "day" -> endOfDay(unit + 1);
                case "week" -> on(new Day.EndOf(Unit.WEEK), unit + 1);
                case "month" -> on(new Day.EndOf(Unit.MONTH), unit + 1);
                case "year" -> on(new Day.EndOf(Unit.YEAR), unit + 1);
                default -> null;
            };
        }
        if (tokens.reads(start, "this", "weekend") || tokens.reads(start, "next", "weekend")) {
            Day.Which which = tokens.reads(start, "next") ? Day.Which.NEXT : Day.Which.THIS;
            Piece day = new Piece.On(new Day.Weekday(DayOfWeek.SATURDAY, which));
            Piece said =
                    new Piece.Assumed("You did not say a day of the weekend; I took Saturday.");
            return new Found<>(new Piece.Both(day, said), start + 2);
        }
        if (tokens.reads(start, "next", "week")) {
            return on(new Day.Next(Unit.WEEK), start + 2);
        }
        return tokens.reads(start, "next", "month")
                ? on(new Day.Next(Unit.MONTH), start + 2)
                : null;
    }

    private static Found<Piece> endOfDay(int end) {
        Piece said = new Piece.Assumed("I took 17:00 for the end of the day.");
        Piece time = new Piece.Times(List.of(Clock.exact(17, 0)));
        return new Found<>(new Piece.Both(time, said), end);
    }

    private static Found<Piece> on(Day day, int end) {
        return new Found<>(new Piece.On(day), end);
    }
}
