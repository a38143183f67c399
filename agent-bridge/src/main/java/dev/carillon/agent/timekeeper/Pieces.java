package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one piece of a timing, whatever it is.
final class Pieces {
    private static final List<String> IN_THE = List.of("in the", "at the", "during the", "at");
    private static final List<String> A_BIT =
            List.of("a bit", "a while", "a moment", "a little while");
    private static final List<String> A_FEW =
            List.of("a few", "some", "several", "a little", "a couple more");
    private static final List<String> FROM_NOW = List.of("from now", "' time", "time");
    private static final Set<String> ABOUT =
            Lexicon.words("about around roughly approximately approx like maybe exactly another");
    private static final Set<String> IN = Set.of("in", "after", "within");
    private static final Set<String> DETERMINERS =
            Lexicon.words(
                    """
                    the a an my our your his her their its this that last no
                    """);

    private Pieces() {}

    /// @param soFar what was read right before it, which decides whether "morning" or "PST" is one
    static Optional<Found<Piece>> at(Tokens tokens, int at, Clues soFar) {
        Optional<Found<Piece>> found = Optional.ofNullable(relative(tokens, at));
        found = found.or(() -> Optional.ofNullable(firstThing(tokens, at)));
        found = found.or(() -> Repeats.at(tokens, at));
        found = found.or(() -> MonthlyDays.at(tokens, at).filter(any -> !isDate(tokens, at)));
        found = found.or(() -> Bounds.at(tokens, at));
        found = found.or(() -> Days.at(tokens, at));
        found = found.or(() -> Clocks.at(tokens, at));
        found = found.or(() -> Optional.ofNullable(partOfDay(tokens, at, soFar)));
        return soFar.isTimed() ? found.or(() -> Zones.at(tokens, at)) : found;
    }

    /// Whether a determiner makes what follows a noun: "the 5 pm report", "my monday".
    static boolean isNoun(Tokens tokens, int at) {
        return tokens.isAny(at - 1, DETERMINERS);
    }

    private static boolean isDate(Tokens tokens, int at) {
        boolean on = tokens.reads(at, "on");
        return Dates.at(tokens, on ? at + 1 : at, on).isPresent();
    }

    /// "in 2 hours", "half an hour from now", "in 5 minutes' time".
    private static @Nullable Found<Piece> relative(Tokens tokens, int at) {
        boolean in = tokens.isAny(at, IN);
        int start = in ? at + 1 : at;
        start = in && tokens.isAny(start, ABOUT) ? start + 1 : start;
        if (in && tokens.reads(start, "the", "next")) {
            return null;
        }
        Found<Piece> vague = in ? vague(tokens, start) : null;
        if (vague != null) {
            return vague;
        }
        Found<Amount> amount = Amounts.at(tokens, start).orElse(null);
        if (amount == null) {
            return null;
        }
        int later = tokens.phrase(amount.end(), FROM_NOW);
        later = tokens.reads(amount.end(), "time") && !in ? 0 : later;
        if (!in && later == 0) {
            return null;
        }
        int end = amount.end() + later;
        if (amount.value().isZero()) {
            return new Found<>(new Piece.Unclear("That is right now. When do you mean?"), end);
        }
        if (tokens.reads(at, "within")) {
            String question = "“Within” says no moment. When exactly?";
            return new Found<>(new Piece.Unclear(question), end);
        }
        return new Found<>(new Piece.In(amount.value()), end);
    }

    /// "First thing in the morning", "first thing monday".
    private static @Nullable Found<Piece> firstThing(Tokens tokens, int at) {
        if (!tokens.reads(at, "first", "thing")) {
            return null;
        }
        int end = tokens.reads(at + 2, "in", "the", "morning") ? at + 5 : at + 2;
        return new Found<>(new Piece.During(DayPart.MORNING), end);
    }

    private static @Nullable Found<Piece> vague(Tokens tokens, int at) {
        int length = tokens.phrase(at, A_FEW);
        boolean vague = length > 0 && Unit.at(tokens, at + length).isPresent();
        int bit = tokens.phrase(at, A_BIT);
        if (!vague && bit == 0) {
            return null;
        }
        int end = vague ? at + length + 1 : at + bit;
        String question = "How long exactly is “%s”?".formatted(tokens.said(at, end));
        return new Found<>(new Piece.Unclear(question), end);
    }

    /// "in the morning", "at night", "at lunch"; "morning" alone only behind a day.
    private static @Nullable Found<Piece> partOfDay(Tokens tokens, int at, Clues soFar) {
        int led = tokens.phrase(at, IN_THE);
        boolean early = tokens.reads(at + led, "early") || tokens.reads(at + led, "late");
        int start = early ? at + led + 1 : at + led;
        if (tokens.isAny(start, Set.of("lunch", "lunchtime")) && led > 0) {
            return new Found<>(new Piece.During(DayPart.LUNCHTIME), start + 1);
        }
        DayPart part = DayPart.at(tokens, start).orElse(null);
        if (part == null || part == DayPart.LUNCHTIME || (led == 0 && !soFar.hasDay())) {
            return null;
        }
        if (early) {
            String question = "What time is “%s”?".formatted(tokens.said(at + led, start + 1));
            return new Found<>(new Piece.Unclear(question), start + 1);
        }
        boolean always = led > 0 && tokens.word(start).endsWith("s") && !soFar.hasDay();
        Piece during = new Piece.During(part);
        Piece piece = always ? new Piece.Both(new Piece.Weekly(Weekdays.ALL), during) : during;
        return new Found<>(piece, start + 1);
    }
}
