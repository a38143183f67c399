package dev.carillon.agent;

import java.util.regex.Pattern;

/// Names that people choose, for themselves and for their files.
final class Names {
    /// What breaks a line, is seen by nobody, or turns the order of letters round, by which
    /// `exe.txt` can be shown where it says `txt.exe`. What joins the parts of an emoji and parts
    /// the letters of some scripts is left.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D]]+");

    private Names() {}

    static String onOneLine(String name) {
        return UNSEEN.matcher(name).replaceAll(" ").strip();
    }
}
