package dev.carillon.agent.llm;

/// How many tokens a text will roughly be, without any model's tokenizer.
///
/// The estimate is made to err upwards: a token is about four letters of English, two digits or
/// signs, two letters of other alphabets, and less than one character of Chinese, Japanese or
/// Korean. It is counted in hundredths, per code point.
final class Tokens {
    /// What a message costs beside its text.
    static final int PER_MESSAGE = 4;

    private static final String MARK = "\n[… shortened …]\n";
    private static final int UNIT = 100;
    private static final int WORDS = 35;
    private static final int SIGNS = 50;
    private static final int LETTERS = 70;
    private static final int CJK = 130;
    private static final int BEYOND = 350;
    private static final int FIRST_NOT_ASCII = 0x80;
    private static final int FIRST_CJK = 0x2E80;

    private Tokens() {}

    static int of(String text) {
        long hundredths = text.codePoints().mapToLong(Tokens::hundredths).sum();
        return (int) Math.min(Integer.MAX_VALUE, (hundredths + UNIT - 1) / UNIT);
    }

    /// The text if it is at most that long, else its beginning and its end with a mark between.
    static String shortened(String text, int tokens) {
        if (of(text) <= tokens) {
            return text;
        }
        long half = Math.max(0, (tokens - of(MARK)) * (long) UNIT / 2);
        int[] points = text.codePoints().toArray();
        int head = 0;
        for (long used = 0; head < points.length; head++) {
            used += hundredths(points[head]);
            if (used > half) {
                break;
            }
        }
        int tail = points.length;
        for (long used = 0; tail > head; tail--) {
            used += hundredths(points[tail - 1]);
            if (used > half) {
                break;
            }
        }
        return new String(points, 0, head) + MARK + new String(points, tail, points.length - tail);
    }

    private static int hundredths(int codePoint) {
        if (codePoint < FIRST_NOT_ASCII) {
            return Character.isLetter(codePoint) || codePoint == ' ' ? WORDS : SIGNS;
        }
        if (codePoint < FIRST_CJK) {
            return LETTERS;
        }
        return Character.isBmpCodePoint(codePoint) ? CJK : BEYOND;
    }
}
