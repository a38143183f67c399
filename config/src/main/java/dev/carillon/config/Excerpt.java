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

    /// The same where the ellipsis counts too, as in the limits of chat platforms.
    public static String within(String text, int longest) {
        return text.length() <= longest ? text : of(text, longest - 1);
    }
}
