package dev.carillon.agent;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words by which an agent says that it has nothing to say. Several, because models bring the
/// ones of other systems along. They are honoured whoever says them, and never shown: alone they
/// are silence, and at the beginning or end of an answer they are taken off. Within a sentence they
/// are words.
public final class Silence {
    public static final String NO_REPLY = "NO_REPLY";

    private static final List<String> MARKS = List.of(NO_REPLY, "SILENT", "HEARTBEAT_OK");

    /// `SILENT` is a word of English too, so among others it counts in brackets only.
    private static final String MARK =
            "(?:[*`\"'(\\[]*(?:NO_REPLY|HEARTBEAT_OK)[*`\"')\\]]*|[*`]*\\[SILENT][*`]*)";

    private static final Pattern AT_START =
            Pattern.compile(
                    "(?iU)^(?:MARK\\s+)*(?:MARK(?:\\s*\\R\\s*|\\s*[.,;:!…]+(?=\\s|$)\\s*|\\s+[-–—]+\\s+|\\s*$)|[*`]*\\[(?:NO_REPLY|HEARTBEAT_OK|SILENT)][*`]*\\s+|SILENT[ \\t]*\\R\\s*)"
                            .replace("MARK", MARK));
    private static final Pattern AT_END =
            Pattern.compile(
                    "(?iU)(?:(?<=[.!?…])\\s+|\\s*\\R\\s*|\\s+[-–—]+\\s+)(?:MARK\\s*)+[.!…]*$|\\s+[*`]*\\[(?:NO_REPLY|HEARTBEAT_OK|SILENT)][*`]*[.!…]*$|\\R[ \\t]*SILENT[.!…]*$"
                            .replace("MARK", MARK));
    private static final Pattern TAGS = Pattern.compile("(?i)^<final>\\s*|\\s*</final>$");

    private Silence() {}

    /// Whether nothing is said but such marks, however they are dressed up: `**NO_REPLY**.`
    public static boolean is(String text) {
        return !text.isBlank() && spoken(text).isEmpty();
    }

    /// What is said besides such marks; empty where they are all.
    public static String spoken(String text) {
        String before = text.strip();
        while (true) {
            if (MARKS.contains(bare(before))) {
                return "";
            }
            String rest = TAGS.matcher(before).replaceAll("").strip();
            rest = AT_START.matcher(rest).replaceFirst("").strip();
            rest = AT_END.matcher(rest).replaceFirst("").strip();
            if (rest.equals(before)) {
                return rest.equals(text.strip()) ? text : rest;
            }
            before = rest;
        }
    }

    /// Whether a text that is still coming may become such a mark.
    public static boolean mayBecome(String text) {
        String bare = bare(text);
        return MARKS.stream().anyMatch(mark -> mark.startsWith(bare)) || is(text);
    }

    private static String bare(String text) {
        return text.replaceAll("(?i)</?final>", "")
                .replaceAll("[^\\p{L}\\p{N}_]", "")
                .toUpperCase(Locale.ROOT);
    }
}
