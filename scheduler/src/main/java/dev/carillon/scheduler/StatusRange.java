package dev.carillon.scheduler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The HTTP statuses that count as a success.
public record StatusRange(int low, int high) {
    /// Any status that says that the request succeeded.
    public static final StatusRange SUCCESS = new StatusRange(200, 299);

    private static final Pattern CLASS = Pattern.compile("([1-5])[xX]{2}");
    private static final Pattern NUMBERS =
            Pattern.compile("([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    public StatusRange {
        if (low < 100 || high > 599 || low > high) {
            throw new IllegalArgumentException(
                    "an HTTP status is 100 to 599, not " + low + " to " + high);
        }
    }

    /// @param text `204`, `2xx` or `200-204`
    /// @throws IllegalArgumentException for anything else
    public static StatusRange parse(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (numbers.matches()) {
            int low = Integer.parseInt(numbers.group(1));
            return new StatusRange(
                    low, numbers.group(2) == null ? low : Integer.parseInt(numbers.group(2)));
        }
        Matcher hundred = CLASS.matcher(text.strip());
        if (hundred.matches()) {
            int low = 100 * Integer.parseInt(hundred.group(1));
            return new StatusRange(low, low + 99);
        }
        throw new IllegalArgumentException(
                "a status is written 204, 2xx or 200-204, not '" + text + "'");
    }

    public boolean includes(int status) {
        return low <= status && status <= high;
    }

    @Override
    public String toString() {
        if (low == high) {
            return String.valueOf(low);
        }
        return low % 100 == 0 && high == low + 99 ? low / 100 + "xx" : low + "-" + high;
    }
}
