package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Numbers in digits and in words, up to what times and counts need.
final class Numbers {
    private static final List<String> SMALL =
            Lexicon.phrases(
                    """
                    zero, one, two, three, four, five, six, seven, eight, nine, ten
                    eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen
                    eighteen, nineteen
                    """);
    private static final List<String> TENS =
            Lexicon.phrases(
                    """
                    twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety
                    """);
    private static final List<String> ORDINALS =
            Lexicon.phrases(
                    """
                    zeroth, first, second, third, fourth, fifth, sixth, seventh, eighth
                    ninth, tenth, eleventh, twelfth, thirteenth, fourteenth, fifteenth
                    sixteenth, seventeenth, eighteenth, nineteenth, twentieth
                    """);
    private static final Set<String> ENDINGS = Set.of("st", "nd", "rd", "th");

    private Numbers() {}

    static Optional<Found<Integer>> cardinal(Tokens tokens, int at) {
        int digits = tokens.number(at);
        return digits >= 0 ? Optional.of(new Found<>(digits, at + 1)) : inWords(tokens, at);
    }

    static Optional<Found<Integer>> inWords(Tokens tokens, int at) {
        int small = SMALL.indexOf(tokens.word(at));
        if (small >= 0) {
            return Optional.of(new Found<>(small, at + 1));
        }
        int tens = (TENS.indexOf(tokens.word(at)) + 2) * 10;
        if (tens < 20) {
            return Optional.empty();
        }
        int next = tokens.isGluedMark(at + 1, "-") ? at + 2 : at + 1;
        int ones = SMALL.indexOf(tokens.word(next));
        return Optional.of(
                ones >= 1 && ones <= 9
                        ? new Found<>(tens + ones, next + 1)
                        : new Found<>(tens, at + 1));
    }

    /// "3rd", "third", "twenty-first", "thirtieth".
    static Optional<Found<Integer>> ordinal(Tokens tokens, int at) {
        if (tokens.number(at) >= 0) {
            return tokens.isGlued(at + 1) && tokens.isAny(at + 1, ENDINGS)
                    ? Optional.of(new Found<>(tokens.number(at), at + 2))
                    : Optional.empty();
        }
        int small = ORDINALS.indexOf(tokens.word(at));
        if (small > 0) {
            return Optional.of(new Found<>(small, at + 1));
        }
        if (tokens.reads(at, "thirtieth")) {
            return Optional.of(new Found<>(30, at + 1));
        }
        int tens = (TENS.indexOf(tokens.word(at)) + 2) * 10;
        int next = tokens.isGluedMark(at + 1, "-") ? at + 2 : at + 1;
        int ones = ORDINALS.indexOf(tokens.word(next));
        return tens >= 20 && ones >= 1 && ones <= 9
                ? Optional.of(new Found<>(tens + ones, next + 1))
                : Optional.empty();
    }
}
