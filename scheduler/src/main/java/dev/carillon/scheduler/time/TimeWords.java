package dev.carillon.scheduler.time;

import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.Trigger.At;
import dev.carillon.scheduler.Trigger.Cron;
import dev.carillon.scheduler.Trigger.Every;
import dev.carillon.scheduler.Trigger.Window;
import dev.carillon.scheduler.Trigger.Within;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says triggers, instants and lengths of time in English, the same on every machine.
public final class TimeWords {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private TimeWords() {}

    /// A trigger in words and without its zone, such as "every weekday at 09:30". A cron expression
    /// that has no plain words is given as it is: "cron 5 4 1-7 * 1".
    public static String of(Trigger trigger) {
        return switch (trigger) {
            case At at -> {
                ZonedDateTime local = at.at().atZone(at.zone());
                yield "once on " + DATE.format(local) + " at " + clock(local.toLocalTime());
            }
            case Every every -> every(every.interval()) + onDay(every);
            case Cron cron -> {
                CronExpression expression = CronExpression.of(cron.expression());
                yield CronWords.of(expression).orElse("cron " + expression);
            }
            case Window window -> window(window);
            case Within within -> of(within.inner()) + ", within " + within.hours();
        };
    }

    /// An instant as the people of a zone read it: "Fri 27 Nov 2026, 17:00 (Europe/Berlin,
    /// +01:00)". Seconds are shown only if there are any.
    public static String instant(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        String offset = OFFSET.format(local);
        String where =
                switch (zone) {
                    case ZoneOffset utc when utc.equals(ZoneOffset.UTC) -> "UTC";
                    case ZoneOffset _ -> offset;
                    default -> zone.getId().equals("UTC") ? "UTC" : zone.getId() + ", " + offset;
                };
        return DATE.format(local) + ", " + clock(local.toLocalTime()) + " (" + where + ")";
    }

    /// An instant in ISO 8601 with the zone's offset: "2026-03-08T03:00:00-04:00".
    public static String iso(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }

    /// A length of time in full: "2 hours 5 minutes".
    public static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "minus " + duration(duration.negated());
        }
        return String.join(" ", parts(duration));
    }

    /// How late something is, in its two largest units: "2 hours 5 minutes late"; "on time" below a
    /// second.
    public static String lateness(Duration late) {
        if (late.compareTo(Duration.ofSeconds(1)) < 0) {
            return "on time";
        }
        List<String> parts = parts(late.truncatedTo(ChronoUnit.SECONDS));
        return String.join(" ", parts.subList(0, Math.min(2, parts.size()))) + " late";
    }

    static String clock(LocalTime time) {
        String pattern = time.getSecond() == 0 ? "HH:mm" : "HH:mm:ss";
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static String every(Duration interval) {
        List<String> parts = parts(interval);
        return "every "
                + (parts.size() == 1
                        ? parts.getFirst().replaceFirst("^1 ", "")
                        : duration(interval));
    }

    /// " on Tuesday at 16:00" where an interval follows the calendar; the day only where it is
    /// always the same.
    private static String onDay(Every every) {
        LocalTime at = every.at();
        if (at == null) {
            return "";
        }
        boolean sameDay = every.interval().toDays() % 7 == 0;
        String day = every.firstDay().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return (sameDay ? " on " + day : "") + " at " + clock(at);
    }

    private static List<String> parts(Duration duration) {
        List<String> parts = new ArrayList<>();
        long days = duration.toDays();
        if (days > 0 && duration.equals(Duration.ofDays(days)) && days % 7 == 0) {
            return List.of(English.count(days / 7, "week"));
        }
        add(parts, days, "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        add(parts, duration.toMillisPart(), "millisecond");
        return parts.isEmpty() ? List.of("0 seconds") : List.copyOf(parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(English.count(number, unit));
        }
    }

    private static String window(Window window) {
        String steps = every(window.every());
        if (!window.from().equals(window.to())) {
            steps += " from " + clock(window.from()) + " to " + clock(window.to());
        } else if (!window.from().equals(LocalTime.MIDNIGHT)) {
            steps += " around the clock from " + clock(window.from());
        }
        long days = 0;
        for (DayOfWeek day : window.days()) {
            days |= 1L << day.getValue() % 7;
        }
        return window.days().isEmpty() ? steps : steps + DayWords.on(days);
    }
}
