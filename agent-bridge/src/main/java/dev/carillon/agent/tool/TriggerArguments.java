package dev.carillon.agent.tool;

import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.TimeText;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads when a schedule is due. Relative times are computed here, since models compute absolute
/// instants badly; a time without an offset is local time in the schedule's zone.
public final class TriggerArguments {
    static final List<String> TIMINGS =
            List.of("in", "at", "every", "cron", "daily", "weekly", "heartbeat");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");

    private TriggerArguments() {}

    /// @param zone used when the arguments name none
    /// @throws ScheduleRefused when there is not exactly one timing, or it cannot be understood
    public static Trigger require(Arguments arguments, ZoneId zone, Instant now) {
        List<String> given = TIMINGS.stream().filter(arguments::has).toList();
        if (given.size() != 1) {
            throw ScheduleRefused.invalid(
                    "give exactly one timing of "
                            + String.join(", ", TIMINGS)
                            + (given.isEmpty() ? "" : ", not " + String.join(" and ", given)));
        }
        ZoneId said = zone(arguments, zone);
        String name = given.getFirst();
        String text = Objects.requireNonNull(arguments.text(name)).strip();
        try {
            return HourArguments.within(trigger(name, text, said, now), arguments);
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid(
                    "'"
                            + name
                            + "': "
                            + e.getMessage()
                            + ". It is now "
                            + TimeWords.instant(now, said));
        }
    }

    static Trigger change(Arguments arguments, Trigger before, Instant now) {
        if (TIMINGS.stream().anyMatch(arguments::has)) {
            Trigger said = require(arguments, before.zone(), now);
            return HourArguments.keeping(said, before, arguments);
        }
        return HourArguments.within(inZone(before, zone(arguments, before.zone())), arguments);
    }

    private static Trigger inZone(Trigger before, ZoneId zone) {
        return switch (before) {
            case Trigger.At at -> new Trigger.At(at.at(), zone);
            case Trigger.Every every ->
                    new Trigger.Every(every.interval(), every.anchor(), zone, every.at());
            case Trigger.Cron cron -> new Trigger.Cron(cron.expression(), zone);
            case Trigger.Window window ->
                    new Trigger.Window(
                            window.days(), window.from(), window.to(), window.every(), zone);
            case Trigger.Within within ->
                    new Trigger.Within(inZone(within.inner(), zone), within.hours());
        };
    }

    /// An instant said as `in` or `at`, for a snooze or the end of a pause.
    public static Instant instant(Arguments arguments, ZoneId zone, Instant now, String what) {
        if (arguments.has("in") == arguments.has("at")) {
            throw ScheduleRefused.invalid(
                    what + " needs either 'in' (such as 1h) or 'at' (a time)");
        }
        Trigger trigger = require(arguments, zone, now);
        if (trigger instanceof Trigger.At at) {
            return at.at();
        }
        throw ScheduleRefused.invalid(what + " needs 'in' or 'at'");
    }

    /// The end of a pause; null when none is said. A day is as good as its beginning.
    public static @Nullable Instant pauseEnd(Arguments arguments, ZoneId zone, Instant now) {
        String at = arguments.text("at");
        if (at == null && !arguments.has("in")) {
            return null;
        }
        return at != null && !arguments.has("in") && DAY.matcher(at.strip()).matches()
                ? startOfDay(at.strip(), zone(arguments, zone), now)
                : instant(arguments, zone, now, "the end of a pause");
    }

    private static Instant startOfDay(String day, ZoneId zone, Instant now) {
        try {
            return TimeText.at(day + "T00:00", zone, now);
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid("'at': " + e.getMessage());
        }
    }

    private static Trigger trigger(String name, String text, ZoneId zone, Instant now) {
        return switch (name) {
            case "in" -> new Trigger.At(now.plus(positive(text)), zone);
            case "at" -> new Trigger.At(TimeText.at(text, zone, now), zone);
            case "every" -> new Trigger.Every(positive(text), now, zone);
            case "cron" -> new Trigger.Cron(text, zone);
            case "daily" -> new Trigger.Cron(TimeText.daily(text), zone);
            case "weekly" -> new Trigger.Cron(TimeText.weekly(text), zone);
            case "heartbeat" -> new Trigger.Every(pace(text), now, zone);
            default -> throw new IllegalStateException("no timing: " + name);
        };
    }

    /// A pace of heartbeats: one of three words, or an interval.
    private static Duration pace(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "relaxed" -> Duration.ofHours(4);
            case "normal", "true", "default" -> Duration.ofHours(2);
            case "diligent" -> Duration.ofHours(1);
            default -> paceOfItsOwn(text);
        };
    }

    private static Duration paceOfItsOwn(String text) {
        try {
            return positive(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no pace; write relaxed, normal, diligent, or an interval such"
                            + " as 2h",
                    e);
        }
    }

    private static Duration positive(String text) {
        Duration duration = TimeText.duration(text);
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("'" + text + "' is not longer than zero");
        }
        return duration;
    }

    private static ZoneId zone(Arguments arguments, ZoneId otherwise) {
        String text = arguments.text("timezone");
        if (text == null) {
            return otherwise;
        }
        try {
            return TimeText.zone(text);
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid("'timezone': " + e.getMessage());
        }
    }
}
