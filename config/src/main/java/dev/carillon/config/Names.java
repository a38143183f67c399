package dev.carillon.config;

import java.util.Locale;
import java.util.regex.Pattern;

/// How things are named in the file.
final class Names {
    /// No dots: names are parts of key paths.
    static final String PATTERN = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$";

    private static final Pattern VALID = Pattern.compile(PATTERN);
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Names() {}

    static void check(String name) {
        if (!VALID.matcher(name).matches()) {
            throw new InvalidValue("a name of letters, digits, '-' and '_'", name);
        }
    }

    /// `maxOutputTokens` and `MaxOutputTokens` are `max_output_tokens` in the file.
    static String snakeCase(String javaName) {
        return lowerCase(WORD_START.matcher(javaName).replaceAll("_"));
    }

    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
