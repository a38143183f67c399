package dev.carillon.agent.tool;

import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.TimeWords;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps schedules within the hours that are asked for, or that the operator gave an agent.
final class HourArguments {
    private static final String NAME = "active_hours";
    private static final Set<String> ANY = Set.of("any", "all", "always", "none", "ignore");

    private HourArguments() {}

    /// Puts the hours of the arguments around a trigger: an interval begins anew with each stretch
    /// of hours, a cron expression loses what lies outside of them.
    ///
    /// @throws ScheduleRefused when the hours cannot be understood, or a single moment lies outside
    static Trigger within(Trigger trigger, Arguments arguments) {
        if (isAny(arguments)) {
            return without(trigger);
        }
        ActiveHours hours = hours(arguments);
        return hours == null ? trigger : within(without(trigger), hours);
    }

    /// Puts the hours of an earlier trigger around the one that takes its place, unless the
    /// arguments say something of hours themselves.
    static Trigger keeping(Trigger trigger, Trigger before, Arguments arguments) {
        if (arguments.has(NAME) || trigger instanceof Trigger.At) {
            return trigger;
        }
        return switch (before) {
            case Trigger.At _, Trigger.Every _, Trigger.Cron _ -> trigger;
            case Trigger.Window window ->
                    within(trigger, new ActiveHours(window.days(), window.from(), window.to()));
            case Trigger.Within within -> within(trigger, within.hours());
        };
    }

    private static Trigger within(Trigger trigger, ActiveHours hours) {
        return switch (trigger) {
            case Trigger.At at -> {
                if (!UsualHours.contains(hours, trigger, at.at())) {
                    throw outside(
                            at.at(),
                            trigger,
                            hours,
                            "choose a time within them, or leave 'active_hours' out: it comes once,"
                                    + " at the time that is given");
                }
                yield at;
            }
            case Trigger.Every every when every.interval().toHours() < 24 ->
                    new Trigger.Window(
                            hours.days(), hours.from(), hours.to(), every.interval(), every.zone());
            case Trigger.Every every -> new Trigger.Within(every, hours);
            case Trigger.Cron cron -> new Trigger.Within(cron, hours);
            case Trigger.Window window ->
                    new Trigger.Window(
                            hours.days(), hours.from(), hours.to(), window.every(), window.zone());
            case Trigger.Within inside -> new Trigger.Within(inside.inner(), hours);
        };
    }

    private static Trigger without(Trigger trigger) {
        return trigger instanceof Trigger.Within within ? within.inner() : trigger;
    }

    /// Keeps heartbeats within an agent's own hours, and lets nothing else be made outside of them
    /// unless the arguments say something of hours themselves.
    ///
    /// @throws ScheduleRefused when one of the next occurrences lies outside
    static Trigger withinUsual(
            Trigger trigger, Arguments arguments, @Nullable ActiveHours usual, Instant now) {
        if (usual == null || arguments.has(NAME)) {
            return trigger;
        }
        if (arguments.has("heartbeat")) {
            return within(trigger, usual);
        }
        Optional<Instant> outside = UsualHours.firstOutside(trigger, usual, now);
        if (outside.isPresent()) {
            throw outside(outside.get(), trigger, usual);
        }
        return trigger;
    }

    private static boolean isAny(Arguments arguments) {
        String text = arguments.text(NAME);
        return text != null && ANY.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable ActiveHours hours(Arguments arguments) {
        String text = arguments.text(NAME);
        if (text == null) {
            return null;
        }
        try {
            return ActiveHours.parse(text);
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid(
                    "'active_hours': expected "
                            + ActiveHours.EXPECTED
                            + ", or any, not '"
                            + text
                            + "'");
        }
    }

    private static ScheduleRefused outside(Instant instant, Trigger trigger, ActiveHours hours) {
        boolean once = trigger instanceof Trigger.At;
        String keep =
                once
                        ? ""
                        : " give 'active_hours': '"
                                + hours
                                + "' to keep a recurring schedule within them,";
        return outside(
                instant,
                trigger,
                hours,
                "choose another time,"
                        + keep
                        + " or 'active_hours': 'any' if that very time is wanted");
    }

    private static ScheduleRefused outside(
            Instant instant, Trigger trigger, ActiveHours hours, String wayOut) {
        return new ScheduleRefused(
                ScheduleRefused.Code.OUTSIDE_ACTIVE_HOURS,
                TimeWords.instant(instant, trigger.zone())
                        + " lies outside the active hours ("
                        + hours
                        + "); "
                        + wayOut);
    }
}
