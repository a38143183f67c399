package dev.carillon.gateway.chat;

import org.jspecify.annotations.Nullable;

/// The beginning of an answer as it is shown while the rest is still being written: Markdown that
/// is whole, so that all that is closed so far looks as it will in the end. A text that has
/// outgrown its message is shown as far as it fits, and stays so.
final class Beginning {
    private static final String MORE = "…";

    /// What is put behind the text: a fence that closes, and a sign that more is to come.
    private static final int LONGEST_END = Fence.LONGEST_CLOSING + 1 + MORE.length();

    private Beginning() {}

    /// @param longest how long it may become
    static String of(String textSoFar, int longest) {
        String shown =
                closed(new TextSplitter(longest - LONGEST_END).split(textSoFar.strip()).getFirst());
        if (shown.isBlank()) {
            return MORE;
        }
        boolean endsWithCode = Fence.openAfter(withoutLastLine(shown), null) != null;
        return shown + (endsWithCode ? "\n" : " ") + MORE;
    }

    private static String closed(String text) {
        @Nullable Fence open = Fence.openAfter(text, null);
        if (open == null) {
            return text;
        }
        String before = withoutLastLine(text);
        boolean isEmpty = Fence.openAfter(before, null) == null;
        return isEmpty ? before.stripTrailing() : text + "\n" + open.marker();
    }

    private static String withoutLastLine(String text) {
        return text.substring(0, Math.max(0, text.lastIndexOf('\n')));
    }
}
