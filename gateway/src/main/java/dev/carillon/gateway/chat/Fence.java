package dev.carillon.gateway.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A code fence of Markdown that is open: what follows is code until it is closed.
///
/// @param marker the characters that close it
/// @param opening the line that opens it again in another part
record Fence(String marker, String opening) {
    private static final Pattern OPENING = Pattern.compile("\\s*(`{3,8}|~{3,8})([^`~]*)");
    private static final int LONGEST_OPENING = 40;

    /// The longest text that closes a fence, its line end included.
    static final int LONGEST_CLOSING = 9;

    /// The fence that a line opens, if it does.
    static @Nullable Fence openedBy(String line) {
        Matcher matcher = OPENING.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String opening = line.strip();
        String marker = matcher.group(1);
        return new Fence(marker, opening.length() > LONGEST_OPENING ? marker : opening);
    }

    /// The fence that is open after a text.
    ///
    /// @param before the one that is open before it
    static @Nullable Fence openAfter(String text, @Nullable Fence before) {
        Fence open = before;
        for (String line : text.split("\n", -1)) {
            if (open == null) {
                open = openedBy(line);
            } else if (open.isClosedBy(line)) {
                open = null;
            }
        }
        return open;
    }

    boolean isClosedBy(String line) {
        String text = line.strip();
        return text.length() >= marker.length()
                && text.chars().allMatch(character -> character == marker.charAt(0));
    }
}
