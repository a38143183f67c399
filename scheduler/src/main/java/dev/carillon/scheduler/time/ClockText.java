package dev.carillon.scheduler.time;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads times of the day: "09:30", "9:30am", "9 pm", "17:00:30", "noon", "midnight".
final class ClockText {

    private static final Pattern CLOCK =
            Pattern.compile(
                    "(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?\\s*([ap]\\.?m\\.?)?");

    private ClockText() {}

    /// Empty if the text does not look like a time of day at all.
    static Optional<LocalTime> find(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("noon") || plain.equals("midnight")) {
            return Optional.of(plain.equals("noon") ? LocalTime.NOON : LocalTime.MIDNIGHT);
        }
        Matcher matcher = CLOCK.matcher(plain);
        // A bare "9" could be anything.
        if (!matcher.matches() || (matcher.group(2) == null && matcher.group(4) == null)) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = number(matcher.group(2));
        int second = number(matcher.group(3));
        String half = matcher.group(4);
        boolean hourFits = half == null ? hour <= 23 : hour >= 1 && hour <= 12;
        if (!hourFits || minute > 59 || second > 59) {
            throw new IllegalArgumentException(
                    "There is no time '"
                            + text.strip()
                            + "'; times are 00:00 to 23:59, or 12:00am to 11:59pm");
        }
        if (half != null) {
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        }
        return Optional.of(LocalTime.of(hour, minute, second));
    }

    static LocalTime read(String text) {
        return find(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + text.strip()
                                        + "' is not a time of day; write it as '09:30' or"
                                        + " '9:30am'"));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
