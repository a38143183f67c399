package dev.carillon.agent;

import java.util.List;
import java.util.Locale;

/// The words by which an agent says that it has nothing to say. Several, because models bring the
/// ones of other systems along. They are honoured whoever says them, and never shown.
public final class Silence {
    public static final String NO_REPLY = "NO_REPLY";

    private static final List<String> MARKS = List.of(NO_REPLY, "SILENT", "HEARTBEAT_OK");

    private Silence() {}

    /// Whether the whole text is such a mark, however it is dressed up: `**NO_REPLY**.`
    public static boolean is(String text) {
        return MARKS.contains(bare(text));
    }

    /// Whether a text that is still coming may become such a mark.
    public static boolean mayBecome(String text) {
        String bare = bare(text);
        return MARKS.stream().anyMatch(mark -> mark.startsWith(bare));
    }

    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}_]", "").toUpperCase(Locale.ROOT);
    }
}
