package dev.carillon.scheduler.time;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Describes the common shapes of cron expressions; the odd ones it leaves alone rather than
/// describe them clumsily.
final class CronWords {

    // Its first seven days are Sunday to Saturday, which turns a weekday rule into weekdays.
    private static final YearMonth BEGINS_ON_SUNDAY = YearMonth.of(2026, 2);
    private static final long EVERY_MONTH = 0b1111111111110;
    private static final int MOST_TIMES = 4;
    private static final List<String> NTH = List.of("first", "second", "third", "fourth", "fifth");
    private static final Pattern OF_WEEKDAY = Pattern.compile("(\\w+?)(?:#([1-5])|[lL])");

    private final CronExpression expression;

    private CronWords(CronExpression expression) {
        this.expression = expression;
    }

    static Optional<String> of(CronExpression expression) {
        CronWords words = new CronWords(expression);
        return words.fixedTimes()
                .flatMap(words::atTimes)
                .or(() -> words.steps().flatMap(words::inSteps));
    }

    private Optional<String> atTimes(List<String> times) {
        String at = "at " + English.list(times);
        return onDaysOfMonth()
                .or(() -> weekdays().map(days -> DayWords.every(days) + inMonths()))
                .map(days -> times.size() == 1 ? days + " " + at : at + " " + days);
    }

    private Optional<String> inSteps(String steps) {
        return onDaysOfMonth()
                .map(days -> steps + " " + days)
                .or(() -> weekdays().map(days -> steps + DayWords.on(days) + inMonths()));
    }

    private Optional<List<String>> fixedTimes() {
        CronTimes times = expression.times();
        int[] hours = times.hoursShown();
        int[] minutes = times.minutesShown();
        if (times.hourIsWild()
                || Long.bitCount(times.seconds()) != 1
                || hours.length * minutes.length > MOST_TIMES) {
            return Optional.empty();
        }
        int second = Long.numberOfTrailingZeros(times.seconds());
        return Optional.of(
                IntStream.of(hours)
                        .boxed()
                        .flatMap(hour -> clocks(hour, minutes, second))
                        .toList());
    }

    private static Stream<String> clocks(int hour, int[] minutes, int second) {
        return IntStream.of(minutes)
                .mapToObj(minute -> TimeWords.clock(LocalTime.of(hour, minute, second)));
    }

    private Optional<String> steps() {
        CronTimes times = expression.times();
        int[] hours = times.hoursShown();
        int[] minutes = times.minutesShown();
        int everySeconds = step(times.secondsShown(), 60);
        int everyMinutes = step(minutes, 60);
        int everyHours = step(hours, 24);
        if (times.seconds() != 1) {
            return everySeconds > 0 && everyMinutes == 1 && everyHours == 1
                    ? Optional.of(English.every(everySeconds, "second"))
                    : Optional.empty();
        }
        String past = minutes[0] == 0 ? "" : " at " + minutes[0] + " minutes past the hour";
        if (minutes.length == 1 && everyHours > 0) {
            return Optional.of(English.every(everyHours, "hour") + past);
        }
        if (everyMinutes > 0 && everyHours == 1) {
            return Optional.of(English.every(everyMinutes, "minute"));
        }
        boolean isRange =
                hours.length > 1 && hours[hours.length - 1] - hours[0] == hours.length - 1;
        if (isRange && (everyMinutes > 0 || minutes.length == 1)) {
            return Optional.of(
                    (everyMinutes > 0 ? English.every(everyMinutes, "minute") : "every hour")
                            + " from "
                            + TimeWords.clock(LocalTime.ofSecondOfDay(times.first()))
                            + " to "
                            + TimeWords.clock(LocalTime.ofSecondOfDay(times.last())));
        }
        return Optional.empty();
    }

    /// The step if the values are 0, step, 2 * step, ... throughout the cycle, otherwise 0.
    private static int step(int[] values, int cycle) {
        if (values[0] != 0 || cycle % values.length != 0 || values.length == 1) {
            return 0;
        }
        int step = cycle / values.length;
        return IntStream.range(0, values.length).allMatch(i -> values[i] == i * step) ? step : 0;
    }

    private Optional<String> onDaysOfMonth() {
        String day = expression.fields().get(3);
        String weekday = expression.fields().get(5);
        String months =
                expression.days().months() == EVERY_MONTH
                        ? "every month"
                        : DayWords.months(expression.days().months());
        Optional<String> days = isAny(weekday) ? daysOfMonth(day) : Optional.empty();
        if (isAny(day)) {
            days = weekdayOfMonth(weekday);
        }
        return days.map(which -> "on the " + which + " of " + months);
    }

    private static Optional<String> daysOfMonth(String day) {
        if (day.equalsIgnoreCase("L")) {
            return Optional.of("last day");
        }
        if (day.equalsIgnoreCase("LW")) {
            return Optional.of("last workday");
        }
        if (!day.matches("\\d+(,\\d+){0,3}")) {
            return Optional.empty();
        }
        return Optional.of(
                English.list(
                        Stream.of(day.split(",", -1))
                                .map(Integer::valueOf)
                                .sorted()
                                .distinct()
                                .map(English::ordinal)
                                .toList()));
    }

    private Optional<String> weekdayOfMonth(String weekday) {
        Matcher matcher = OF_WEEKDAY.matcher(weekday);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int days = expression.days().weekday().in(BEGINS_ON_SUNDAY);
        String nth = matcher.group(2);
        // February 2026 has four of each weekday, so a fifth leaves no day to read the name from.
        if (days == 0) {
            return Optional.empty();
        }
        String name = DayWords.weekday((Integer.numberOfTrailingZeros(days) - 1) % 7);
        String which = nth == null ? "last" : NTH.get(Integer.parseInt(nth) - 1);
        return Optional.of(which + " " + name);
    }

    private Optional<Long> weekdays() {
        String weekday = expression.fields().get(5);
        if (!isAny(expression.fields().get(3)) || weekday.matches(".*#.*|.*\\w[lL]")) {
            return Optional.empty();
        }
        return Optional.of(
                (long) expression.days().weekday().in(BEGINS_ON_SUNDAY) >>> 1 & DayWords.EVERY_DAY);
    }

    private String inMonths() {
        long months = expression.days().months();
        return months == EVERY_MONTH ? "" : " in " + DayWords.months(months);
    }

    private static boolean isAny(String field) {
        return field.equals("*") || field.equals("?");
    }
}
