package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the timing at the end of a text, and timings within it that compete.
final class Tail {
    // The longest row of pieces that people say; keeps the search short on long messages.
    private static final int LONGEST = 64;
    // Whoever writes more than this before the time has not put another one into the sentence.
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> BINDING =
            Lexicon.words(
                    """
                    for by before after since of from until till than is are was were be
                    been and or to between with not about starts begins ends
                    """);

    private Tail() {}

    /// @param start where it begins
    /// @param bound whether the word before it binds it to the text: "ready by 5pm"
    record Timing(int start, Clues clues, boolean bound) {}

    /// The earliest row of pieces that reaches the end and fits to what is known already.
    static @Nullable Timing find(Tokens tokens, int textStart, Clues known) {
        int first = Math.max(textStart, tokens.size() - LONGEST);
        for (int at = first; at < tokens.size(); at++) {
            if (Pieces.isNoun(tokens, at)) {
                continue;
            }
            Found<Clues> row = Row.at(tokens, at, known);
            if (row.end() == tokens.size() && row.end() > at) {
                List<Piece> pieces = row.value().pieces();
                List<Piece> added =
                        pieces.stream().filter(piece -> !known.pieces().contains(piece)).toList();
                if (added.isEmpty() || (known.isEmpty() && isBound(tokens, at, added.getFirst()))) {
                    continue;
                }
                return new Timing(at, new Clues(added), tokens.isAny(at - 1, BINDING));
            }
        }
        return null;
    }

    /// "Work for 2 hours every day at 9": a length or an end that comes first is what is to be
    /// done.
    private static boolean isBound(Tokens tokens, int at, Piece first) {
        return switch (first) {
            case Piece.Lasting _ -> !tokens.reads(at + 1, "the", "next");
            case Piece.Until _, Piece.Runs _, Piece.From _, Piece.Except _ -> true;
            case Piece.Between _,
                    Piece.In _,
                    Piece.On _,
                    Piece.During _,
                    Piece.Times _,
                    Piece.Every _,
                    Piece.Hourly _,
                    Piece.Weekly _,
                    Piece.Cycle _,
                    Piece.MonthDays _,
                    Piece.Nth _,
                    Piece.Zone _,
                    Piece.Assumed _,
                    Piece.Unclear _,
                    Piece.Both _ ->
                    false;
        };
    }

    /// The first words within the text that are a timing too, or null.
    static @Nullable String competitor(Tokens tokens, int from, int to) {
        Tokens text = tokens.upTo(to);
        int last = Math.min(to, from + LONGEST_TEXT);
        for (int at = from; at < last; at++) {
            if (Pieces.isNoun(text, at)) {
                continue;
            }
            Found<Piece> piece = Pieces.at(text, at, Clues.NONE).orElse(null);
            if (piece != null && competes(text, at, piece.value())) {
                return text.said(at, Row.at(text, at).end());
            }
        }
        return null;
    }

    private static boolean competes(Tokens tokens, int at, Piece piece) {
        return switch (piece) {
            case Piece.In _, Piece.Times _, Piece.Every _, Piece.Hourly _ -> true;
            case Piece.On(Day day) ->
                    day instanceof Day.FromToday || tokens.isAny(at, Set.of("on", "next", "this"));
            case Piece.Weekly _, Piece.Cycle _ -> tokens.isAny(at, Set.of("every", "each"));
            case Piece.Both(Piece first, _) -> competes(tokens, at, first);
            case Piece.During _,
                    Piece.Except _,
                    Piece.MonthDays _,
                    Piece.Nth _,
                    Piece.Between _,
                    Piece.Until _,
                    Piece.Lasting _,
                    Piece.Runs _,
                    Piece.From _,
                    Piece.Zone _,
                    Piece.Assumed _,
                    Piece.Unclear _ ->
                    false;
        };
    }
}
