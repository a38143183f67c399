package dev.carillon.gateway.api;

/// What a text may be. Control characters are refused: no platform shows them, and a database may
/// refuse to keep them.
final class Texts {
    /// What people write and schedules post.
    static final int MOST_TEXT = 32_000;

    private static final int MOST_NAME = 200;

    private Texts() {}

    /// Of one or many lines.
    ///
    /// @throws ProblemException when it is not fit to be kept
    static void checkText(String name, String text) {
        check(name, text, MOST_TEXT, true);
    }

    /// Of one line.
    ///
    /// @throws ProblemException when it is not fit to be kept
    static void checkName(String name, String text) {
        check(name, text, MOST_NAME, false);
    }

    private static void check(String name, String text, int most, boolean mayHaveLines) {
        String allowed = "a text of 1 to " + most + " characters";
        if (text.isBlank()) {
            throw Problems.invalid(name, text, allowed);
        }
        if (text.length() > most) {
            throw Problems.invalid(name, text, allowed + " (it has " + text.length() + ")");
        }
        int refused =
                text.codePoints()
                        .filter(each -> isRefused(each, mayHaveLines))
                        .findFirst()
                        .orElse(-1);
        if (refused >= 0) {
            throw Problems.invalid(
                    name,
                    text,
                    "without the character U+%04X".formatted(refused)
                            + (mayHaveLines
                                    ? "; of the control characters only tab and line break may be in it"
                                    : "; control characters may not be in it"));
        }
    }

    private static boolean isRefused(int codePoint, boolean mayHaveLines) {
        boolean isLayout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return Character.getType(codePoint) == Character.SURROGATE
                || (Character.isISOControl(codePoint) && !(mayHaveLines && isLayout));
    }
}
