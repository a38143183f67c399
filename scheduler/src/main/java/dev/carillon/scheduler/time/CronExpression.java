package dev.carillon.scheduler.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A cron expression: which local dates and times match. It knows nothing of zones.
///
/// Five fields (minute, hour, day of month, month, weekday), six with seconds first, or one of
/// `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`, `@yearly`, `@annually`. Fields take
/// names, lists, ranges (also around the end: `22-2`, `fri-mon`), steps and `?`; the day of month
/// also `L`, `L-3`, `LW` and `15W`; the weekday, where 0 and 7 are Sunday, also `5L` and `fri#2`.
///
/// If day of month and weekday are both restricted, a day that matches either will do. A field that
/// starts with `*`, such as `*/2`, does not count as restricted; then both must match.
public final class CronExpression {

    private static final int LAST_YEAR = 9999;

    // Reading an expression takes some 50 µs, finding its next time only a few, and a million
    // schedules share a few thousand expressions.
    private static final int CACHED = 10_000;
    private static final Map<String, CronExpression> CACHE = new ConcurrentHashMap<>();

    private final String text;
    private final List<String> fields;
    private final CronTimes times;
    private final CronDays days;

    CronExpression(String text, List<String> fields, CronTimes times, CronDays days) {
        this.text = text;
        this.fields = fields;
        this.times = times;
        this.days = days;
    }

    /// Reads an expression.
    ///
    /// @throws IllegalArgumentException with a message for people if it is malformed or no date
    ///   ever matches it
    public static CronExpression of(String text) {
        CronExpression known = CACHE.get(text);
        if (known != null) {
            return known;
        }
        CronExpression read = CronReader.read(text);
        if (CACHE.size() >= CACHED) {
            CACHE.clear();
        }
        CACHE.put(text, read);
        return read;
    }

    /// The expression as it was written, with single spaces between the fields.
    public String text() {
        return text;
    }

    /// Whether the hour has a wildcard or a step, or names all 24 hours, so that the job follows
    /// elapsed time. Otherwise it belongs to fixed times of the day, each of which counts once: one
    /// hour, a list (`8,18`) or a range (`1-3`), also if the minutes have a wildcard or a step.
    public boolean followsElapsedTime() {
        return times.hourIsWild();
    }

    /// The six fields, seconds first, with long names shortened and nicknames spelt out.
    List<String> fields() {
        return fields;
    }

    CronTimes times() {
        return times;
    }

    CronDays days() {
        return days;
    }

    boolean matches(LocalDateTime local) {
        int second = local.toLocalTime().toSecondOfDay();
        return days.matches(local.toLocalDate()) && times.atOrAfter(second) == second;
    }

    /// The first matching local time strictly after the given one; empty after the year 9999.
    public Optional<LocalDateTime> next(LocalDateTime after) {
        LocalDateTime start = after.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        LocalDate date = start.toLocalDate();
        if (days.matches(date)) {
            int second = times.atOrAfter(start.toLocalTime().toSecondOfDay());
            if (second >= 0) {
                return Optional.of(date.atTime(LocalTime.ofSecondOfDay(second)));
            }
        }
        YearMonth month = YearMonth.from(date);
        int day = date.getDayOfMonth() + 1;
        while (month.getYear() <= LAST_YEAR) {
            int later = day > 31 ? 0 : days.in(month) & (-1 << day);
            if (later != 0) {
                LocalDate found = month.atDay(Integer.numberOfTrailingZeros(later));
                return Optional.of(found.atTime(LocalTime.ofSecondOfDay(times.first())));
            }
            month = month.plusMonths(1);
            day = 1;
        }
        return Optional.empty();
    }

    /// The last matching local time at or before the given one; empty before the given bound's
    /// month, so that a search that has to end early does.
    Optional<LocalDateTime> atOrBefore(LocalDateTime limit, LocalDate bound) {
        LocalDate date = limit.toLocalDate();
        if (days.matches(date)) {
            int second = times.atOrBefore(limit.toLocalTime().toSecondOfDay());
            if (second >= 0) {
                return Optional.of(date.atTime(LocalTime.ofSecondOfDay(second)));
            }
        }
        YearMonth month = YearMonth.from(date);
        YearMonth last = YearMonth.from(bound);
        int day = date.getDayOfMonth();
        while (!month.isBefore(last)) {
            int earlier = days.in(month) & (int) ((1L << day) - 1);
            if (earlier != 0) {
                LocalDate found = month.atDay(31 - Integer.numberOfLeadingZeros(earlier));
                return Optional.of(found.atTime(LocalTime.ofSecondOfDay(times.last())));
            }
            month = month.minusMonths(1);
            day = month.lengthOfMonth() + 1;
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
