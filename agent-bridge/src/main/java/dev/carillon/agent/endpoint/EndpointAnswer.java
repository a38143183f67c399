package dev.carillon.agent.endpoint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// What a server answered, as far as we read it.
///
/// @param bytes the body, or its beginning
/// @param isWhole whether that is all of it
record EndpointAnswer(
        int status,
        String reason,
        @Nullable String type,
        Charset charset,
        ByteString bytes,
        boolean isWhole,
        @Nullable String retryAfter,
        @Nullable String location) {
    private static final int LONGEST_TEXT = 16_384;
    private static final int DIGEST = 16;

    /// Such as `HTTP 200 OK`.
    String statusLine() {
        return reason.isBlank() ? "HTTP " + status : "HTTP " + status + " " + reason;
    }

    /// The body as text, as much of it as is worth keeping. What is left out still counts when two
    /// answers are compared: its digest stands at the end.
    String text() {
        if (bytes.size() == 0) {
            return "";
        }
        String size = isWhole ? bytes.size() + " bytes" : "more than " + bytes.size() + " bytes";
        if (isBinary()) {
            return "(" + size + " of " + (type == null ? "no text" : type) + ", " + digest() + ")";
        }
        String text = readable(bytes.string(charset));
        return isWhole && text.length() <= LONGEST_TEXT
                ? text
                : cut(text, LONGEST_TEXT) + "\n… (cut; " + size + ", " + digest() + ")";
    }

    private boolean isBinary() {
        int looked = Math.min(bytes.size(), 1024);
        if (charset.equals(StandardCharsets.UTF_8)) {
            for (int i = 0; i < looked; i++) {
                if (bytes.getByte(i) == 0) {
                    return true;
                }
            }
        }
        return type != null
                && type.matches(
                        "(?i)(image|audio|video|font)/(?!svg).*|application/(zip|gzip|pdf|octet-stream)");
    }

    /// Databases keep no NUL, and a chat has no use for the rest.
    private static String readable(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    /// The beginning of a text, without half of a character at its end.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    private String digest() {
        return "SHA-256 " + bytes.sha256().hex().substring(0, DIGEST);
    }
}
