package dev.carillon.agent.llm;

import java.util.regex.Pattern;

/// The gateway's marks in the mouth of a model: some imitate the `[scheduled message, …]` lines
/// they have seen in the conversation, however clearly they are told not to.
final class Echoes {
    private static final Pattern MARK =
            Pattern.compile(
                    "\\A\\s*\\[(?:scheduled (?:message|task)|heartbeat)\\b[^\\]\\n]*\\]\\s*");

    private Echoes() {}

    static String removed(String text) {
        return MARK.matcher(text).replaceFirst("");
    }
}
