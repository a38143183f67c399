package dev.carillon.gateway.chat;

import java.util.ArrayList;
import java.util.List;

/// Splits long Markdown into parts that a platform takes: at paragraph borders where it can, else
/// at line ends, spaces, or between characters. A code fence that is cut is closed in the one part
/// and opened again in the next. The same text is always split the same way, so that sending can go
/// on after a crash where it stopped.
public final class TextSplitter {
    private static final String FENCE = "```";
    private static final List<String> BORDERS = List.of("\n\n", "\n", " ");

    private final int limit;

    /// @param limit the longest part, in UTF-16 units
    public TextSplitter(int limit) {
        this.limit = limit;
    }

    public List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        String opening = "";
        while (opening.length() + rest.length() > limit) {
            int room = limit - opening.length() - FENCE.length() - 1;
            int cut = cut(rest, room);
            String piece = opening + rest.substring(0, cut).stripTrailing();
            String open = openFence(piece);
            parts.add(open.isEmpty() ? piece : piece + "\n" + FENCE);
            rest = withoutBorder(rest.substring(cut), open);
            opening = open.isEmpty() ? "" : open + "\n";
        }
        if (!rest.isBlank() || parts.isEmpty()) {
            parts.add(opening + rest);
        }
        return List.copyOf(parts);
    }

    private static String withoutBorder(String rest, String openFence) {
        return openFence.isEmpty() ? rest.stripLeading() : stripNewlines(rest);
    }

    /// Inside a fence, spaces at the start of a line mean something.
    private static String stripNewlines(String rest) {
        int start = 0;
        while (start < rest.length() && rest.charAt(start) == '\n') {
            start++;
        }
        return rest.substring(start);
    }

    private static int cut(String text, int room) {
        int atLeast = room / 2;
        for (String border : BORDERS) {
            int at = text.lastIndexOf(border, room - border.length());
            if (at >= atLeast) {
                return at + border.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
    }

    /// The line that opened a fence which is not closed within the piece, or nothing.
    private static String openFence(String piece) {
        String open = "";
        for (String line : piece.split("\n", -1)) {
            if (line.stripLeading().startsWith(FENCE)) {
                open = open.isEmpty() ? line.strip() : "";
            }
        }
        return open;
    }
}
