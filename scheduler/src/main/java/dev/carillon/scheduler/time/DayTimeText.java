package dev.carillon.scheduler.time;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads "09:30" and "mon,wed 09:30" into cron expressions.
final class DayTimeText {

    private static final String WEEKLY_FORM =
            "write weekdays and a time, such as 'mon,wed 09:30', 'weekdays 9am' or 'mon-fri 17:00'";
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*(?:[,;&]|\\band\\b)\\s*(?:and\\b\\s*)?");
    private static final Pattern DAYS_AND_TIMES =
            Pattern.compile(
                    "(?:(?:every|on)\\s+)*(\\D+?)[\\s,]+(?:at\\s+)?((?:\\d|noon\\b|midnight\\b).*)");
    private static final Pattern DAY_SEPARATOR =
            Pattern.compile("\\s*[,;&+/]\\s*|\\s+and\\s+|(?<![-–])\\s+(?![-–])");
    private static final Pattern RANGE = Pattern.compile("([a-z]+)\\s*[-–]\\s*([a-z]+)");

    private DayTimeText() {}

    static String daily(String text) {
        String plain =
                text.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^(?:every\\s*day\\s+|daily\\s+)?(?:at\\s+)?", "");
        return times(text, plain) + " * * *";
    }

    static String weekly(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = DAYS_AND_TIMES.matcher(plain);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is not complete; " + WEEKLY_FORM);
        }
        String days = days(text, matcher.group(1).strip());
        return times(text, matcher.group(2)) + " * * " + days;
    }

    /// The minute and hour fields, with seconds before them if there are any.
    private static String times(String text, String plain) {
        TreeSet<LocalTime> times =
                Stream.of(SEPARATOR.split(plain, -1))
                        .map(ClockText::read)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<Integer> seconds = distinct(times, LocalTime::getSecond);
        List<Integer> minutes = distinct(times, LocalTime::getMinute);
        List<Integer> hours = distinct(times, LocalTime::getHour);
        // A cron expression fires at every combination of its fields.
        if (seconds.size() * minutes.size() * hours.size() != times.size()) {
            throw new IllegalArgumentException(
                    "The times '"
                            + text.strip()
                            + "' do not fit one schedule because their minutes differ; make a"
                            + " schedule of its own for each of "
                            + English.list(times.stream().map(TimeWords::clock).toList()));
        }
        String fields = joined(minutes) + " " + joined(hours);
        return seconds.equals(List.of(0)) ? fields : joined(seconds) + " " + fields;
    }

    private static List<Integer> distinct(
            SortedSet<LocalTime> times, ToIntFunction<LocalTime> part) {
        return times.stream().mapToInt(part).sorted().distinct().boxed().toList();
    }

    private static String joined(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String days(String text, String plain) {
        TreeSet<Integer> days = new TreeSet<>();
        for (String part : DAY_SEPARATOR.split(plain.replace(" to ", "-"), -1)) {
            Matcher range = RANGE.matcher(part);
            switch (part) {
                case "weekdays", "weekday", "workdays", "workday" -> addRange(days, 1, 5);
                case "weekends", "weekend" -> addRange(days, 6, 7);
                case "day", "days", "daily", "everyday" -> addRange(days, 1, 7);
                default -> {
                    int from = day(text, range.matches() ? range.group(1) : part);
                    int to = range.matches() ? day(text, range.group(2)) : from;
                    addRange(days, from, to);
                }
            }
        }
        if (days.size() == 7) {
            return "*";
        }
        boolean isRange = days.size() > 2 && days.last() - days.first() == days.size() - 1;
        return isRange && days.last() < 7
                ? days.first() + "-" + days.last()
                : joined(days.stream().map(day -> day % 7).sorted().toList());
    }

    private static void addRange(Set<Integer> days, int from, int to) {
        IntStream.rangeClosed(from, to < from ? to + 7 : to)
                .forEach(day -> days.add(day > 7 ? day - 7 : day));
    }

    // "mo", "tues", "thurs", "mondays", but not the "t" that could be two days.
    private static int day(String text, String written) {
        String singular = written.replaceFirst("s?\\.?$", "");
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean fits = day.name().toLowerCase(Locale.ROOT).startsWith(singular);
            if (fits && singular.length() >= 2) {
                return day.getValue();
            }
        }
        throw new IllegalArgumentException(
                "'" + written + "' in '" + text.strip() + "' is not a weekday; " + WEEKLY_FORM);
    }
}
