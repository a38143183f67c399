package dev.carillon.scheduler.time;

import java.util.regex.Pattern;

/// The fields of a cron expression in their order, with what to tell people about each.
enum CronField {
    SECOND("second", "0 to 59", "", Shape.NUMBER),
    MINUTE("minute", "0 to 59", "", Shape.NUMBER),
    HOUR("hour", "0 to 23", "", Shape.NUMBER),
    DAY(
            "day of month",
            "1 to 31",
            ", 'L' (last day), 'LW' (last workday) and '15W'",
            Shape.NUMBER,
            "L|L-\\d{1,2}|LW|\\d{1,2}W"),
    MONTH("month", "1 to 12 or jan to dec", "", Shape.NAME),
    WEEKDAY(
            "weekday",
            "0 to 7 (0 and 7 are Sunday) or sun to sat",
            ", 'fri#2' (second Friday) and '5L' (last Friday)",
            Shape.NAME,
            Shape.NAME + "#[1-5]|" + Shape.NAME + "L");

    private static final class Shape {
        static final String NUMBER = "\\d{1,3}";
        static final String NAME = "(?:\\d{1,3}|[a-z]{3})";
    }

    static final String FORM =
            "expected are five fields 'minute hour day month weekday', as in '30 9 * * 1-5', or six"
                    + " with seconds first";

    private final String word;
    private final String range;
    private final String extra;
    private final Pattern shape;

    CronField(String word, String range, String extra, String value) {
        this(word, range, extra, Pattern.compile(list(steps(value)), Pattern.CASE_INSENSITIVE));
    }

    CronField(String word, String range, String extra, String value, String special) {
        this(
                word,
                range,
                extra,
                Pattern.compile(
                        "\\?|" + list(steps(value) + "|" + special), Pattern.CASE_INSENSITIVE));
    }

    CronField(String word, String range, String extra, Pattern shape) {
        this.word = word;
        this.range = range;
        this.extra = extra;
        this.shape = shape;
    }

    private static String steps(String value) {
        return "(?:\\*|" + value + "(?:-" + value + ")?)(?:/\\d{1,3})?";
    }

    private static String list(String item) {
        return "(?:" + item + ")(?:,(?:" + item + "))*";
    }

    /// Whether the field has a form we know, whatever its numbers. cron-utils takes more: it reads
    /// `5l` as the last day of the month and throws an `ArrayIndexOutOfBoundsException` at `1-5/`.
    boolean fits(String written) {
        return shape.matcher(written).matches();
    }

    String refuses(String written) {
        return "the "
                + word
                + " '"
                + written
                + "' is not valid; allowed are "
                + range
                + ", lists '1,5', ranges '1-5', steps '*/2'"
                + extra;
    }
}
