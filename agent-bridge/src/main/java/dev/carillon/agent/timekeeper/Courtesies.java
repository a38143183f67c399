package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Set;

/// The polite words around what somebody wants.
final class Courtesies {
    private static final Set<String> BESIDE = Set.of("!", ".", ",", "that", "it");
    private static final Set<String> ENDINGS =
            Lexicon.words(
                    """
                    . ! ? , ; … 🙂 😊
                    """);
    private static final Set<String> NAMES = Set.of("carillon", "timekeeper", "bot", "there");
    private static final List<String> OPENINGS =
            Lexicon.phrases(
                    """
                    i would like you to, i'd like you to, i want you to, i need you to
                    would you mind, do you mind, would you be so kind as to, would you be so kind to, would you kindly, would you please
                    can you please, could you please, can you, can u, could you, could u
                    would you, will you, make sure to, make sure you, be sure to
                    don't forget to, do not forget to, good morning, good evening
                    thank you, please, pls, plz, kindly, just, hey, hi, hello, ok, okay
                    so, and, also, then, thanks, actually, sorry, oh, no, wait, well
                    """);
    private static final List<String> CLOSINGS =
            Lexicon.phrases(
                    """
                    thank you very much, thank you so much, thanks a lot, thank you
                    thanks, thx, please, pls, plz, carillon, ok, okay
                    """);
    private static final List<String> PLEASED =
            Lexicon.phrases(
                    """
                    thank you very much, thank you so much, thanks a lot, thank you
                    thanks, thx, ty, cheers, all done, done it, i did it, did it, did that
                    done, finished, ok, okay, k, alright, got it, understood, great
                    perfect, cool, nice, good, awesome, will do, on it, noted, 👍, ✅, 🙏, ✔
                    👌, sounds good
                    """);

    private Courtesies() {}

    /// The index behind all openings from there on.
    static int skip(Tokens tokens, int start) {
        int at = start;
        while (at < tokens.size()) {
            int length = tokens.phrase(at, OPENINGS);
            if (length == 0 && tokens.isAny(at, NAMES)) {
                length = 1;
            } else if (length == 0 && tokens.isMark(at, "@") && tokens.isAny(at + 1, NAMES)) {
                length = 2;
            } else if (length == 0
                    && at > start
                    && tokens.isAny(at, Set.of(",", "!", ".", ":", "-", "–"))) {
                length = 1;
            } else if (length == 0 && at == 0 && tokens.isAny(at, Set.of("/", "-", "*", "•"))) {
                length = 1;
            }
            if (length == 0) {
                break;
            }
            at += length;
        }
        return at;
    }

    /// The index behind a "please" in the middle of a sentence.
    static int skipPlease(Tokens tokens, int at) {
        return tokens.isAny(at, Set.of("please", "pls", "plz", "kindly")) ? at + 1 : at;
    }

    /// The index where closing words and marks begin.
    static int end(Tokens tokens) {
        int end = unmarked(tokens, tokens.size());
        boolean more = true;
        while (more) {
            more = false;
            for (String closing : CLOSINGS) {
                String[] words = closing.split(" ", -1);
                if (end - words.length > 0 && tokens.reads(end - words.length, words)) {
                    end = unmarked(tokens, end - words.length);
                    more = true;
                    break;
                }
            }
        }
        return end;
    }

    static int unmarked(Tokens tokens, int from) {
        int end = from;
        while (end > 0 && tokens.isAny(end - 1, ENDINGS)) {
            end--;
        }
        return end;
    }

    /// "Ok, thanks!", "done", and nothing else.
    static boolean isAcknowledgement(Tokens tokens) {
        int at = 0;
        while (at < tokens.size()) {
            int length = tokens.phrase(at, PLEASED);
            boolean beside =
                    at > 0
                            && (tokens.isAny(at, NAMES)
                                    || tokens.isAny(at, BESIDE)
                                    || isTint(tokens.word(at)));
            if (length == 0 && !beside) {
                return false;
            }
            at += Math.max(1, length);
        }
        return at > 0;
    }

    /// The skin colours of emoji and the sign that makes a character one.
    private static boolean isTint(String word) {
        int codePoint = word.isEmpty() ? 0 : word.codePointAt(0);
        return (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF) || codePoint == 0xFE0F;
    }
}
