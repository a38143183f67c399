package dev.carillon.agent;

import dev.carillon.config.Excerpt;

/// A file that came with a message.
///
/// @param name as its sender calls it, on one line and not too long
/// @param mediaType as the platform says, such as `text/plain`; may be wrong
/// @param bytes its size; 0 when the platform does not say
/// @param reference how the gateway finds it again; holds no secret
public record Attachment(String name, String mediaType, long bytes, String reference) {
    private static final int LONGEST = 120;

    public Attachment {
        name = oneLine(name);
        mediaType = oneLine(mediaType);
    }

    /// Names are chosen by people; a line break or a bracket in one could forge what stands around
    /// it.
    private static String oneLine(String text) {
        String line = Names.onOneLine(text).replace('[', '(').replace(']', ')').strip();
        return Excerpt.of(line, LONGEST);
    }
}
