package dev.carillon.scheduler.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Names sets of weekdays (bits 0, Sunday, to 6) and months (bits 1 to 12).
final class DayWords {

    static final long EVERY_DAY = 0b1111111;
    private static final long WORKDAYS = 0b0111110;
    private static final long WEEKEND = 0b1000001;

    private DayWords() {}

    /// "every day", "every weekday", "every Monday and Friday".
    static String every(long days) {
        if (days == EVERY_DAY) {
            return "every day";
        }
        return days == WORKDAYS ? "every weekday" : "every " + English.list(names(days, ""));
    }

    /// " on weekdays", " on Mondays and Fridays"; nothing for every day.
    static String on(long days) {
        if (days == EVERY_DAY) {
            return "";
        }
        if (days == WORKDAYS) {
            return " on weekdays";
        }
        return days == WEEKEND ? " on weekends" : " on " + English.list(names(days, "s"));
    }

    static String weekday(int weekday) {
        return DayOfWeek.of(weekday == 0 ? 7 : weekday)
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String months(long months) {
        return English.list(
                IntStream.rangeClosed(1, 12)
                        .filter(month -> (months >>> month & 1) != 0)
                        .mapToObj(m -> Month.of(m).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .toList());
    }

    private static List<String> names(long days, String ending) {
        List<String> names = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            if ((days >>> day % 7 & 1) != 0) {
                names.add(weekday(day % 7) + ending);
            }
        }
        return names;
    }
}
