package dev.carillon.agent.timekeeper;

import java.util.Optional;

/// Reads rows of pieces: as far as they follow one another and fit together.
final class Row {
    private Row() {}

    static Found<Clues> at(Tokens tokens, int start, Clues before) {
        Clues clues = before;
        int end = start;
        while (end < tokens.size()) {
            int at = end > start && tokens.isMark(end, ",") ? end + 1 : end;
            Clues soFar = clues;
            Optional<Found<Piece>> piece = Pieces.at(tokens, at, soFar);
            Optional<Clues> more = piece.flatMap(found -> soFar.plus(found.value()));
            if (more.isEmpty()) {
                break;
            }
            clues = more.get();
            end = piece.get().end();
        }
        return new Found<>(clues, end);
    }

    /// Only what is surely about when: not "the 5 pm report".
    static Found<Clues> at(Tokens tokens, int start) {
        return Pieces.isNoun(tokens, start)
                ? new Found<>(Clues.NONE, start)
                : at(tokens, start, Clues.NONE);
    }
}
