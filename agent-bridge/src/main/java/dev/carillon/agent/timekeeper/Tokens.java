package dev.carillon.agent.timekeeper;

import java.util.List;
import java.util.Set;

/// A message cut into tokens. Every question may be asked about any index: outside, the answer is
/// that there is nothing.
record Tokens(String text, List<Token> list) {

    int size() {
        return list.size();
    }

    Tokens upTo(int end) {
        return new Tokens(text, list.subList(0, end));
    }

    private boolean isInside(int index) {
        return index >= 0 && index < list.size();
    }

    boolean isA(int index, Token.Kind kind) {
        return isInside(index) && list.get(index).kind() == kind;
    }

    String word(int index) {
        return isInside(index) ? list.get(index).word() : "";
    }

    /// Whether it follows the token before it without a space.
    boolean isGlued(int index) {
        return isInside(index) && list.get(index).glued();
    }

    boolean isMark(int index, String mark) {
        return isA(index, Token.Kind.MARK) && word(index).equals(mark);
    }

    boolean isGluedMark(int index, String mark) {
        return isGlued(index) && isMark(index, mark);
    }

    /// The value of the digits there, or -1. Longer ones than any time or count needs are no
    /// numbers.
    int number(int index) {
        boolean small = isA(index, Token.Kind.NUMBER) && word(index).length() <= 6;
        return small ? Integer.parseInt(word(index)) : -1;
    }

    /// The value of two digits glued to what is before them, or -1.
    int gluedTwoDigits(int index) {
        return isGlued(index) && word(index).length() == 2 ? number(index) : -1;
    }

    boolean isAny(int index, Set<String> words) {
        return isInside(index) && words.contains(word(index));
    }

    boolean reads(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(index + i).equals(words[i])) {
                return false;
            }
        }
        return true;
    }

    /// The number of tokens if one of the phrases (words parted by single spaces) stands there, or
    /// 0.
    int phrase(int index, List<String> phrases) {
        for (String phrase : phrases) {
            int length = length(index, phrase);
            if (length > 0) {
                return length;
            }
        }
        return 0;
    }

    // Asked at every token of a message, so it neither splits nor copies.
    private int length(int index, String phrase) {
        int from = 0;
        int at = index;
        while (true) {
            String word = word(at);
            if (word.isEmpty() || !phrase.startsWith(word, from)) {
                return 0;
            }
            from += word.length();
            at++;
            if (from == phrase.length()) {
                return at - index;
            }
            if (phrase.charAt(from) != ' ') {
                return 0;
            }
            from++;
        }
    }

    /// What the person wrote from one token up to, and without, another.
    String said(int from, int to) {
        return from >= to ? "" : text.substring(list.get(from).start(), list.get(to - 1).end());
    }
}
