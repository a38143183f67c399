package dev.carillon.config;

/// The beginning of a text that is too long to be shown whole.
public final class Excerpt {
    private Excerpt() {}

    /// @param most how many characters are shown (UTF-16 units; no character is cut in half)
    /// @return the text itself when it is no longer than that, else its beginning and an ellipsis
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
