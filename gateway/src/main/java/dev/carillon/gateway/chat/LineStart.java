package dev.carillon.gateway.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What at the start of a line is a mark of Markdown, and anywhere else is none.
final class LineStart {
    private static final Pattern MARK =
            Pattern.compile(
                    "\\d{1,9}(?<point>[.)])(?=\\s|$)"
                            + "|>|#{1,6}(?=\\s|$)|[-+*](?=\\s|$)|```|~~~|\\[[^\\]\\n]{1,999}\\]:"
                            + "|(?:-{3}|_{3}|={3}|\\*{3})[-_=* \\t]*(?:\\n|$)");

    private LineStart() {}

    /// Whether a cut makes a mark of what was none.
    static boolean arisesAt(String text, int cut) {
        int line = text.lastIndexOf('\n', cut - 1) + 1;
        int start = cut;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            if (text.charAt(start) == '\n') {
                return false;
            }
            start++;
        }
        return !text.substring(line, cut).isBlank()
                && MARK.matcher(text).region(start, text.length()).lookingAt();
    }

    /// A text that begins with a mark, which is made none.
    static String escaped(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.lookingAt()) {
            return text;
        }
        // A backslash before a digit would be shown.
        int at = Math.max(0, mark.start("point"));
        return text.substring(0, at) + "\\" + text.substring(at);
    }
}
