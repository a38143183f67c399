package dev.carillon.scheduler.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Reads the timings that people and agents write. What it does not understand it refuses with an
/// `IllegalArgumentException` whose message, meant for them, names the value and the way out; it
/// never guesses.
public final class TimeText {

    private TimeText() {}

    /// A length of time: "2h", "1h30m", "45 s", "1.5h", "2 weeks", "PT2H", "3600" (seconds). At
    /// least a second and at most 3660 days.
    public static Duration duration(String text) {
        return DurationText.read(text);
    }

    /// A point in time: an ISO date and time with an offset, or without one and then local in the
    /// zone; or a time of day alone, and then the next such time after `now`, also after "today" or
    /// "tomorrow". It may lie in the past if its date does.
    public static Instant at(String text, ZoneId zone, Instant now) {
        return PointText.read(text, zone, now);
    }

    /// A time of day, or several that fit one cron expression, as such: "9:30am" is "30 9 * * *".
    public static String daily(String text) {
        return DayTimeText.daily(text);
    }

    /// Weekdays and a time of day as a cron expression: "mon,wed 09:30" is "30 9 * * 1,3".
    public static String weekly(String text) {
        return DayTimeText.weekly(text);
    }

    /// A time zone: an IANA name in any case, an offset, a common abbreviation or a large city.
    public static ZoneId zone(String text) {
        return ZoneText.read(text);
    }
}
