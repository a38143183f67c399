package dev.carillon.agent.llm;

import java.util.regex.Pattern;

/// What models write before their answer that is not meant for people.
///
/// Some imitate the `[scheduled message, …]` lines they have seen in the conversation, however
/// clearly they are told not to; some that run on a machine of one's own think aloud.
final class Echoes {
    private static final Pattern THOUGHTS =
            Pattern.compile("\\A\\s*<think>(?:.*?</think>|.*\\z)\\s*", Pattern.DOTALL);
    private static final Pattern MARK =
            Pattern.compile(
                    "\\A\\s*\\[(?:scheduled (?:message|task)|heartbeat)\\b(?:[^\\]\\n]*\\]|[^\\]\\n]*\\z)\\s*");

    private Echoes() {}

    /// The answer proper, also of one that is still coming.
    static String removed(String text) {
        return MARK.matcher(THOUGHTS.matcher(text).replaceFirst("")).replaceFirst("");
    }
}
