package dev.carillon.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as an operator writes them: `90s`, `1h30m`, `7d`, or ISO 8601.
final class DurationText {
    static final String EXPECTED = "a duration such as 90s, 5m, 2h, 7d or 1h30m";

    /// For the JSON Schema, which knows no named groups.
    static final String PATTERN =
            "^(?=[0-9])([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?$|^P.+$";

    private static final Pattern SHORT =
            Pattern.compile(
                    "(?=[0-9])(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?"
                            + "(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?");

    private DurationText() {}

    static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            return Duration.ofDays(number(matcher, 1))
                    .plusHours(number(matcher, 2))
                    .plusMinutes(number(matcher, 3))
                    .plusSeconds(number(matcher, 4));
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new InvalidValue(EXPECTED, text);
            }
            return duration;
        } catch (DateTimeParseException _) {
            throw new InvalidValue(EXPECTED, text);
        }
    }

    static String format(Duration duration) {
        if (duration.isPositive() && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + "d";
        }
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
