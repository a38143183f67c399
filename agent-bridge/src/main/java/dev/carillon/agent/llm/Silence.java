package dev.carillon.agent.llm;

import java.util.List;
import java.util.Locale;

/// The words by which a model says that it has nothing to say. Several, because models bring the
/// ones of other systems along.
final class Silence {
    static final String NO_REPLY = "NO_REPLY";

    private static final List<String> MARKS = List.of(NO_REPLY, "SILENT", "HEARTBEAT_OK");

    private Silence() {}

    /// Whether the whole text is such a mark, however it is dressed up: `**NO_REPLY**.`
    static boolean is(String text) {
        return MARKS.contains(bare(text));
    }

    /// Whether a text that is still coming may become such a mark.
    static boolean mayBecome(String text) {
        String bare = bare(text);
        return MARKS.stream().anyMatch(mark -> mark.startsWith(bare));
    }

    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}_]", "").toUpperCase(Locale.ROOT);
    }
}
