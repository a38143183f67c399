package dev.carillon.scheduler.time;

import java.util.List;

/// The little grammar that descriptions need.
final class English {

    private English() {}

    /// "a", "a and b", "a, b and c".
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /// "every hour", "every 2 hours".
    static String every(long number, String unit) {
        return number == 1 ? "every " + unit : "every " + count(number, unit);
    }

    /// "1st", "2nd", "11th".
    static String ordinal(int number) {
        if (number / 10 % 10 == 1) {
            return number + "th";
        }
        return number
                + switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
