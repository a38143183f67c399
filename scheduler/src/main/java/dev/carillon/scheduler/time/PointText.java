package dev.carillon.scheduler.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads points in time.
final class PointText {

    private static final String FORM =
            "write a local date and time such as '2026-11-27T17:00', one with an offset such as"
                    + " '2026-11-27T17:00:00+01:00', or a time of day such as '17:00'";

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DATE_AND_TIME =
            Pattern.compile(
                    "(\\d{4}-\\d{1,2}-\\d{1,2})(?:\\s*t\\s*|\\s+(?:at\\s+)?)"
                            + "(noon|midnight|\\d{1,2}(?::\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?"
                            + "(?:\\s*[ap]\\.?m\\b\\.?)?)"
                            + "\\s*(z\\b|[+-]\\d{1,2}(?::?\\d{2})?)?\\s*(?:\\[([^\\]]+)]|([a-z].*))?");
    private static final Pattern DAY_AND_TIME =
            Pattern.compile("(?:(today|tomorrow)\\s+)?(?:at\\s+)?(.+)");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{9,11}|\\d{12,14}");

    private PointText() {}

    static Instant read(String text, ZoneId zone, Instant now) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (TIMESTAMP.matcher(plain).matches()) {
            throw refused(text, "looks like a Unix timestamp; write " + meant(plain, zone));
        }
        if (DATE.matcher(plain).matches()) {
            throw refused(text, "has no time of day; write for instance '" + plain + "T09:00'");
        }
        Matcher matcher = DATE_AND_TIME.matcher(plain);
        if (matcher.matches()) {
            LocalDate date = date(text, matcher.group(1));
            LocalTime time = ClockText.read(matcher.group(2));
            return ZoneTime.of(date.atTime(time), zone(matcher, zone));
        }
        Matcher daily = DAY_AND_TIME.matcher(plain);
        Optional<LocalTime> time =
                daily.matches() ? ClockText.find(daily.group(2)) : Optional.empty();
        if (time.isEmpty()) {
            throw refused(text, "is not a point in time; " + FORM);
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (daily.group(1)) {
            case null -> next(time.get(), today, zone, now);
            case "today" -> ZoneTime.of(today.atTime(time.get()), zone);
            default -> ZoneTime.of(today.plusDays(1).atTime(time.get()), zone);
        };
    }

    private static Instant next(LocalTime time, LocalDate today, ZoneId zone, Instant now) {
        LocalDate day = today;
        Instant next = ZoneTime.of(day.atTime(time), zone);
        while (!next.isAfter(now)) {
            day = day.plusDays(1);
            next = ZoneTime.of(day.atTime(time), zone);
        }
        return next;
    }

    private static LocalDate date(String text, String date) {
        Matcher matcher = DATE.matcher(date);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a date: " + date);
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException e) {
            throw refused(text, "names a date that does not exist: " + date);
        }
    }

    // An offset says exactly when; a zone's name beside it says no more.
    private static ZoneId zone(Matcher matcher, ZoneId zone) {
        for (int group = 3; group <= 5; group++) {
            String written = matcher.group(group);
            if (written != null) {
                return ZoneText.read(written);
            }
        }
        return zone;
    }

    private static String meant(String digits, ZoneId zone) {
        long number = Long.parseLong(digits);
        Instant instant =
                digits.length() < 12 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        String written = "'" + TimeWords.iso(instant, zone) + "' if that is meant";
        return instant.atOffset(ZoneOffset.UTC).getYear() > 9999 ? "a date and time" : written;
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("'" + text.strip() + "' " + why);
    }
}
