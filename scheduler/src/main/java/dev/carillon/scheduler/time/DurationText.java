package dev.carillon.scheduler.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lengths of time.
final class DurationText {

    private static final String FORM =
            "write a length of time such as '90s', '30m', '2h', '1h30m', '1d' or '2 weeks'";
    private static final Duration LONGEST = Duration.ofDays(3660);
    // Far beyond the longest allowed, and far from overflow.
    private static final BigDecimal ABSURD = BigDecimal.valueOf(1_000_000_000_000L);
    private static final Pattern LEAD = Pattern.compile("^(?:in|every)\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,3})?");
    private static final Pattern WEEKS = Pattern.compile("p(\\d{1,6})w");
    private static final Pattern PART =
            Pattern.compile(
                    "(\\d{1,12}(?:\\.\\d{1,6})?|an?\\b|)\\s*([a-z]+)(?:\\s*,|\\s+and\\b)?\\s*");

    private enum Unit {
        SECOND(1),
        MINUTE(60),
        HOUR(3600),
        DAY(86_400),
        WEEK(604_800);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }
    }

    private DurationText() {}

    static Duration read(String text) {
        String plain = LEAD.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        Duration duration = parse(text, plain);
        if (duration.isNegative() || duration.isZero()) {
            throw refused(text, "must be longer than nothing");
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            throw refused(text, "must be at least 1 second");
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw refused(text, "is longer than 3660 days, which is the most");
        }
        return duration;
    }

    private static Duration parse(String text, String plain) {
        if (NUMBER.matcher(plain).matches()) {
            return seconds(new BigDecimal(plain));
        }
        Matcher weeks = WEEKS.matcher(plain);
        if (weeks.matches()) {
            return Duration.ofDays(7 * Long.parseLong(weeks.group(1)));
        }
        if (plain.startsWith("p") || plain.startsWith("-")) {
            try {
                return Duration.parse(plain);
            } catch (DateTimeException | ArithmeticException e) {
                throw refused(text, "is not a length of time; " + FORM);
            }
        }
        return parts(text, plain);
    }

    private static Duration parts(String text, String plain) {
        Matcher matcher = PART.matcher(plain);
        Set<Unit> seen = EnumSet.noneOf(Unit.class);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < plain.length() && matcher.find(end) && matcher.start() == end) {
            String number = matcher.group(1);
            Unit unit = unit(text, matcher.group(2));
            if (!seen.add(unit) || (number.isEmpty() && seen.size() > 1)) {
                throw refused(text, "is not a length of time; " + FORM);
            }
            boolean one = number.isEmpty() || number.startsWith("a");
            BigDecimal count = one ? BigDecimal.ONE : new BigDecimal(number);
            sum = sum.plus(seconds(count.multiply(BigDecimal.valueOf(unit.seconds))));
            end = matcher.end();
        }
        if (end == 0 || end < plain.length()) {
            throw refused(text, "is not a length of time; " + FORM);
        }
        return sum;
    }

    private static Unit unit(String text, String name) {
        return switch (name) {
            case "s", "sec", "secs", "second", "seconds" -> Unit.SECOND;
            case "m", "min", "mins", "minute", "minutes" -> Unit.MINUTE;
            case "h", "hr", "hrs", "hour", "hours" -> Unit.HOUR;
            case "d", "day", "days" -> Unit.DAY;
            case "w", "wk", "wks", "week", "weeks" -> Unit.WEEK;
            case "mo", "month", "months", "y", "yr", "year", "years" ->
                    throw refused(
                            text,
                            "has no fixed length; for the same day of each month or year use a"
                                    + " cron expression, such as '0 9 1 * *'");
            default -> throw refused(text, "has an unknown unit '" + name + "'; " + FORM);
        };
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofMillis(
                seconds.min(ABSURD)
                        .movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue());
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("'" + text.strip() + "' " + why);
    }
}
