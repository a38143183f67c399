package dev.carillon.config;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hours of the week in which something may happen, in whatever zone it is asked of. Hours that
/// cross midnight belong to the day on which they start; equal times mean the whole day.
///
/// @param days no days mean every day
/// @param to not included
public record ActiveHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    /// How they are written, as it completes "expected …".
    public static final String EXPECTED =
            "hours such as 08:00-20:00 or mon-fri 09:00-17:30 or mon,wed,sat 10:00-14:00";

    static final String PATTERN =
            "^\\s*([A-Za-z]+(\\s*[-,]\\s*[A-Za-z]+)*\\s+)?[0-9]{1,2}:[0-9]{2}\\s*-\\s*[0-9]{1,2}:[0-9]{2}\\s*$";

    private static final Pattern TEXT =
            Pattern.compile(
                    "(?:([a-z]+(?:\\s*[-,]\\s*[a-z]+)*)\\s+)?(\\d{1,2}:\\d{2})\\s*(?:-|–|to)\\s*"
                            + "(\\d{1,2}:\\d{2})");

    public ActiveHours {
        EnumSet<DayOfWeek> inOrder = EnumSet.noneOf(DayOfWeek.class);
        inOrder.addAll(days);
        days = Collections.unmodifiableSet(inOrder);
    }

    /// @throws IllegalArgumentException when the text cannot be understood; says what is expected
    public static ActiveHours parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new InvalidValue(EXPECTED, text);
        }
        try {
            String days = matcher.group(1);
            return new ActiveHours(
                    days == null ? Set.of() : days(days),
                    time(matcher.group(2)),
                    time(matcher.group(3)));
        } catch (DateTimeParseException | IllegalStateException _) {
            throw new InvalidValue(EXPECTED, text);
        }
    }

    private static LocalTime time(String text) {
        if (text.equals("24:00")) {
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private static Set<DayOfWeek> days(String text) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            List<String> ends = Arrays.stream(part.split("-", -1)).map(String::strip).toList();
            switch (ends.size()) {
                case 1 -> days.addAll(group(ends.getFirst()));
                case 2 -> range(days, day(ends.getFirst()), day(ends.getLast()));
                default -> throw new IllegalStateException(part);
            }
        }
        return days;
    }

    private static Set<DayOfWeek> group(String word) {
        return switch (word) {
            case "weekdays" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            case "weekends", "weekend" -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            case "daily", "everyday" -> EnumSet.allOf(DayOfWeek.class);
            default -> EnumSet.of(day(word));
        };
    }

    private static void range(Set<DayOfWeek> days, DayOfWeek from, DayOfWeek to) {
        for (DayOfWeek day = from; ; day = day.plus(1)) {
            days.add(day);
            if (day == to) {
                return;
            }
        }
    }

    private static DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (word.length() >= 2 && name.startsWith(word.replaceFirst("s$", ""))) {
                return day;
            }
        }
        throw new IllegalStateException(word);
    }

    /// Whether a local moment lies within these hours.
    public boolean contains(LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        if (from.isBefore(to)) {
            return isOn(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        if (!time.isBefore(from)) {
            return isOn(local.getDayOfWeek());
        }
        return time.isBefore(to) && isOn(local.getDayOfWeek().minus(1));
    }

    private boolean isOn(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }

    /// As it is written in the file: `mon,tue 09:00-17:00`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (DayOfWeek day : days) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(day.name().substring(0, 3).toLowerCase(Locale.ROOT));
        }
        return text + (text.isEmpty() ? "" : " ") + from + "-" + to;
    }
}
