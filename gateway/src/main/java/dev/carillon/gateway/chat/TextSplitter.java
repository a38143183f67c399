package dev.carillon.gateway.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits long Markdown into parts that a platform takes: at paragraph borders where it can, else
/// at line ends, spaces, or between characters. What stood within a line becomes no mark by
/// standing at the start of a part. A code fence that is cut is closed in the one part and opened
/// again in the next. The same text is always split the same way, so that sending can go on after a
/// crash where it stopped.
public final class TextSplitter {
    private static final List<String> BORDERS = List.of("\n\n", "\n", " ");

    private final int limit;

    /// @param limit the longest part, in UTF-16 units
    public TextSplitter(int limit) {
        this.limit = limit;
    }

    public List<String> split(String text) {
        if (text.length() <= limit) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        String rest = text;
        @Nullable Fence open = null;
        while (rest.length() > room(open)) {
            String piece = rest.substring(0, cut(rest, room(open), open));
            @Nullable Fence openAfter = Fence.openAfter(piece, open);
            add(parts, open, piece, openAfter);
            boolean isMark = openAfter == null && LineStart.arisesAt(rest, piece.length());
            rest = rest.substring(piece.length());
            rest = openAfter == null ? rest.stripLeading() : withoutEmptyLines(rest);
            rest = isMark ? LineStart.escaped(rest) : rest;
            open = openAfter;
            if (open != null && open.isClosedBy(firstLine(rest))) {
                rest = rest.substring(firstLine(rest).length()).stripLeading();
                open = null;
            }
        }
        add(parts, open, rest, Fence.openAfter(rest, open));
        return parts.isEmpty() ? List.of("") : List.copyOf(parts);
    }

    /// What a part can hold beside a fence that is opened again and one that is closed.
    private int room(@Nullable Fence open) {
        int opening = open == null ? 0 : open.opening().length() + 1;
        return limit - opening - Fence.LONGEST_CLOSING;
    }

    private static void add(
            List<String> parts, @Nullable Fence before, String piece, @Nullable Fence after) {
        if (!piece.isBlank()) {
            String opening = before == null ? "" : before.opening() + "\n";
            String closing = after == null ? "" : "\n" + after.marker();
            parts.add(opening + piece.stripTrailing() + closing);
        }
    }

    private static int cut(String text, int room, @Nullable Fence open) {
        int cut = cutAtBorder(text, room, open);
        // A fence that would be opened only to be closed at once goes into the next part.
        String piece = text.substring(0, cut).stripTrailing();
        int lastLine = piece.lastIndexOf('\n') + 1;
        boolean isOpening =
                lastLine > 0
                        && Fence.openedBy(piece.substring(lastLine)) != null
                        && Fence.openAfter(piece.substring(0, lastLine), open) == null;
        return isOpening ? lastLine : cut;
    }

    private static int cutAtBorder(String text, int room, @Nullable Fence open) {
        int atLeast = room / 2;
        for (String border : BORDERS) {
            int last = text.lastIndexOf(border, room - border.length());
            int at = last;
            while (at >= atLeast && makesMark(text, at + border.length(), open)) {
                at = text.lastIndexOf(border, at - 1);
            }
            if (last >= atLeast) {
                return (at >= atLeast ? at : last) + border.length();
            }
        }
        int cut = room;
        while (cut > atLeast && makesMark(text, cut, open)) {
            cut--;
        }
        int found = cut > atLeast ? cut : room;
        return Character.isHighSurrogate(text.charAt(found - 1)) ? found - 1 : found;
    }

    /// Within code nothing is a mark.
    private static boolean makesMark(String text, int cut, @Nullable Fence open) {
        return LineStart.arisesAt(text, cut)
                && Fence.openAfter(text.substring(0, cut), open) == null;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /// Inside a fence, spaces at the start of a line mean something.
    private static String withoutEmptyLines(String rest) {
        int start = 0;
        while (start < rest.length() && rest.charAt(start) == '\n') {
            start++;
        }
        return rest.substring(start);
    }
}
