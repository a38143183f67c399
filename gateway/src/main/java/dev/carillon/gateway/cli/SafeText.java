package dev.carillon.gateway.cli;

import org.jspecify.annotations.Nullable;

/// Text of others for a terminal. What would steer the terminal, or show letters in another order
/// than they have, is made visible instead.
final class SafeText {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7f;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int REPLACEMENT = 0xfffd;

    private SafeText() {}

    /// Keeps line breaks.
    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().map(SafeText::safe).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /// Everything in one line, for tables and labels.
    static String line(@Nullable String text) {
        return of(text).strip().replaceAll("\\s*\\n\\s*", " ⏎ ");
    }

    private static int safe(int letter) {
        if (letter == '\n') {
            return letter;
        }
        if (letter == '\t') {
            return ' ';
        }
        if (letter < ' ') {
            return CONTROL_PICTURES + letter;
        }
        if (letter == DELETE) {
            return DELETE_PICTURE;
        }
        return isHidden(letter) ? REPLACEMENT : letter;
    }

    /// The second set of control characters, line separators, and what turns the direction of
    /// writing around.
    private static boolean isHidden(int letter) {
        return (letter > DELETE && letter < 0xa0)
                || letter == 0x2028
                || letter == 0x2029
                || (letter >= 0x202a && letter <= 0x202e)
                || (letter >= 0x2066 && letter <= 0x2069)
                || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }
}
