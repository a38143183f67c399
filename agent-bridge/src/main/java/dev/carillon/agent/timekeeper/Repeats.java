package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what comes again and again: "every 2 hours", "each morning", "on mondays", "monthly".
final class Repeats {
    private static final Set<String> PER = Set.of("a", "per", "each", "every");
    private static final Set<String> TWELVE = Set.of("noon", "midday", "midnight");
    private static final List<String> EVERY =
            Lexicon.phrases(
                    """
                    once every, once each, every single, every, each, evry, evrey, eveyr
                    once a, once per
                    """);

    private Repeats() {}

    static Optional<Found<Piece>> at(Tokens tokens, int at) {
        int length = tokens.phrase(at, EVERY);
        if (length > 0) {
            return Optional.ofNullable(every(tokens, at + length));
        }
        return Optional.ofNullable(adverb(tokens, at))
                .or(() -> Optional.ofNullable(days(tokens, at)))
                .or(() -> Optional.ofNullable(perDay(tokens, at)));
    }

    private static @Nullable Found<Piece> every(Tokens tokens, int at) {
        Found<Piece> found = other(tokens, at);
        found = found != null ? found : rowOfDays(tokens, at);
        found = found != null ? found : hourly(tokens, at);
        found = found != null ? found : interval(tokens, at);
        found = found != null ? found : partOfDay(tokens, at);
        found = found != null ? found : MonthlyDays.afterEvery(tokens, at);
        return found != null ? found : vague(tokens, at);
    }

    /// "every other day", "every second week", "every third day", "every other tuesday".
    private static @Nullable Found<Piece> other(Tokens tokens, int at) {
        boolean other = tokens.reads(at, "other");
        Found<Integer> nth =
                other ? new Found<>(2, at + 1) : Numbers.ordinal(tokens, at).orElse(null);
        if (nth == null || nth.value() < 2) {
            return null;
        }
        int end = nth.end();
        Unit unit = Unit.at(tokens, end).orElse(null);
        if (unit != null && tokens.word(end).length() > 1 && !tokens.reads(end + 1, "of")) {
            return new Found<>(new Piece.Every(unit.times(nth.value())), end + 1);
        }
        DayOfWeek day = Weekdays.any(tokens, end).orElse(null);
        if (day == null || MonthlyDays.isOfMonth(tokens, end + 1)) {
            return null;
        }
        String name = Names.of(day);
        if (!other) {
            String question =
                    "Do you mean every other %s, or the %s %s of every month?"
                            .formatted(name, tokens.said(at, end), name);
            return new Found<>(new Piece.Unclear(question), end + 1);
        }
        Piece twoWeeks = new Piece.Every(Unit.WEEK.times(2));
        Piece on = new Piece.On(new Day.Weekday(day, Day.Which.COMING));
        return new Found<>(new Piece.Both(twoWeeks, on), end + 1);
    }

    private static @Nullable Found<Piece> rowOfDays(Tokens tokens, int at) {
        Found<Piece> weekend = null;
        if (tokens.reads(at, "weekend")) {
            Piece said = new Piece.Assumed("I took Saturday and Sunday for the weekend.");
            weekend = new Found<>(new Piece.Both(new Piece.Weekly(Weekdays.WEEKEND), said), at + 1);
        }
        if (weekend != null) {
            return weekend;
        }
        boolean dated =
                Weekdays.any(tokens, at).isPresent() && Dates.at(tokens, at, false).isPresent();
        return dated
                ? null
                : Weekdays.row(tokens, at)
                        .map(row ->
                                new Found<Piece>(new Piece.Weekly(row.value().days()), row.end()))
                        .orElse(null);
    }

    private static @Nullable Found<Piece> hourly(Tokens tokens, int at) {
        if (!tokens.reads(at, "hour")) {
            return null;
        }
        if (tokens.reads(at + 1, "on", "the", "hour")) {
            return new Found<>(new Piece.Hourly(0), at + 4);
        }
        boolean minute = tokens.reads(at + 1, "at", ":") && tokens.gluedTwoDigits(at + 3) >= 0;
        return minute && tokens.gluedTwoDigits(at + 3) < 60
                ? new Found<>(new Piece.Hourly(tokens.gluedTwoDigits(at + 3)), at + 4)
                : null;
    }

    private static @Nullable Found<Piece> interval(Tokens tokens, int at) {
        Found<Amount> amount = Amounts.at(tokens, at).orElse(null);
        if (amount == null) {
            Unit unit = Unit.at(tokens, at).orElse(null);
            if (unit == null || tokens.word(at).length() < 3) {
                return null;
            }
            if (unit == Unit.SECOND && Weekdays.any(tokens, at + 1).isPresent()) {
                return null;
            }
            int end = at + 1;
            if (unit == Unit.HOUR && tokens.reads(end, "and", "a", "half")) {
                return new Found<>(
                        new Piece.Every(new Amount(0, 0, Duration.ofMinutes(90))), end + 3);
            }
            return new Found<>(cycle(unit, 1), end);
        }
        if (amount.value().isZero()) {
            return new Found<>(new Piece.Unclear("How often shall it come?"), amount.end());
        }
        for (Unit unit : List.of(Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)) {
            if (amount.value().equals(unit.times(1))) {
                return new Found<>(cycle(unit, 1), amount.end());
            }
        }
        return new Found<>(new Piece.Every(amount.value()), amount.end());
    }

    private static Piece cycle(Unit unit, int count) {
        return switch (unit) {
            case SECOND, MINUTE, HOUR, FORTNIGHT -> new Piece.Every(unit.times(count));
            case DAY -> new Piece.Weekly(Weekdays.ALL);
            case WEEK, MONTH, QUARTER, YEAR -> new Piece.Cycle(unit);
        };
    }

    private static @Nullable Found<Piece> partOfDay(Tokens tokens, int at) {
        DayPart part = DayPart.at(tokens, at).orElse(null);
        if (part != null) {
            Piece daily = new Piece.Weekly(Weekdays.ALL);
            return new Found<>(new Piece.Both(daily, new Piece.During(part)), at + 1);
        }
        Found<Clock> clock = tokens.isAny(at, TWELVE) ? Clocks.one(tokens, at, false) : null;
        if (clock == null) {
            return null;
        }
        Piece daily = new Piece.Weekly(Weekdays.ALL);
        return new Found<>(
                new Piece.Both(daily, new Piece.Times(List.of(clock.value()))), clock.end());
    }

    private static @Nullable Found<Piece> vague(Tokens tokens, int at) {
        boolean vague =
                tokens.isAny(at, Set.of("few", "couple"))
                        && (Unit.at(tokens, at + 1).isPresent() || tokens.reads(at + 1, "of"));
        if (!vague) {
            return null;
        }
        String question = "How often exactly? For example: every 3 hours.";
        return new Found<>(new Piece.Unclear(question), at + 2);
    }

    private static @Nullable Found<Piece> adverb(Tokens tokens, int at) {
        Piece piece =
                switch (tokens.word(at)) {
                    case "hourly" -> cycle(Unit.HOUR, 1);
                    case "daily", "everyday" -> cycle(Unit.DAY, 1);
                    case "weekly" -> cycle(Unit.WEEK, 1);
                    case "fortnightly" -> cycle(Unit.FORTNIGHT, 1);
                    case "monthly" -> cycle(Unit.MONTH, 1);
                    case "quarterly" -> cycle(Unit.QUARTER, 1);
                    case "yearly", "annually" -> cycle(Unit.YEAR, 1);
                    case "nightly" ->
                            new Piece.Both(cycle(Unit.DAY, 1), new Piece.During(DayPart.NIGHT));
                    case "biweekly", "bimonthly" ->
                            new Piece.Unclear(
                                    "Does “%s” mean twice in each, or every second one?"
                                            .formatted(tokens.word(at)));
                    default -> null;
                };
        return piece == null ? null : new Found<>(piece, at + 1);
    }

    /// "on mondays", "weekdays", "monday to friday"; two single days could be meant once or weekly.
    private static @Nullable Found<Piece> days(Tokens tokens, int start) {
        boolean led = tokens.reads(start, "on") || tokens.reads(start, "from");
        int at = led ? start + 1 : start;
        at = led && tokens.reads(at, "the") && tokens.reads(at + 1, "weekends") ? at + 1 : at;
        Found<Weekdays.Row> row = Weekdays.row(tokens, at).orElse(null);
        if (row == null || (row.value().single() && !row.value().repeated())) {
            return null;
        }
        if (row.value().repeated()) {
            return new Found<>(new Piece.Weekly(row.value().days()), row.end());
        }
        if (row.value().days().equals(Weekdays.WORKING)) {
            return null;
        }
        String question =
                "Do you mean every week, or once on each of the days? Say “every %s” for every week."
                        .formatted(tokens.said(at, row.end()));
        return new Found<>(new Piece.Unclear(question), row.end());
    }

    /// "twice a day", "3 times a week": how often, but not when.
    private static @Nullable Found<Piece> perDay(Tokens tokens, int at) {
        Found<Integer> count = Numbers.cardinal(tokens, at).orElse(null);
        boolean times = count != null && tokens.reads(count.end(), "times");
        int end =
                tokens.isAny(at, Set.of("twice", "thrice"))
                        ? at + 1
                        : times && count != null ? count.end() + 1 : -1;
        boolean per = end > 0 && tokens.isAny(end, PER);
        if (!per || Unit.at(tokens, end + 1).isEmpty()) {
            return null;
        }
        String question =
                "At which times? For example: every day at 9 and 17. You said “%s”."
                        .formatted(tokens.said(at, end + 2));
        return new Found<>(new Piece.Unclear(question), end + 2);
    }
}
