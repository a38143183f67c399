package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes schedules: their text, or when they come.
final class Changer {
    private final Schedules schedules;
    private final ScheduleWords words;
    private final Occasion occasion;

    Changer(Schedules schedules, ScheduleWords words, Occasion occasion) {
        this.schedules = schedules;
        this.words = words;
        this.occasion = occasion;
    }

    Reply change(Schedule schedule, @Nullable Move move, @Nullable String text) {
        Terms worded = text == null ? schedule.terms() : withText(schedule, text);
        return switch (move) {
            case null -> changed(schedule, worded, List.of());
            case Move.Anew(Plan plan) -> anew(schedule, worded, plan);
            case Move.ToTime(LocalTime time, String assumption) ->
                    changed(
                            schedule,
                            worded.withTrigger(atTime(schedule, time)),
                            assumptions(assumption));
            case Move.ToDay(LocalDate day, String assumption) ->
                    toDay(schedule, worded, day, assumptions(assumption));
        };
    }

    private static Terms withText(Schedule schedule, String text) {
        return switch (schedule.payload()) {
            case Payload.Message _ -> schedule.terms().withPayload(new Payload.Message(text));
            case Payload.Task _ -> schedule.terms().withPayload(new Payload.Task(text));
            case Payload.Endpoint _ ->
                    throw ScheduleRefused.invalid(
                            "#"
                                    + schedule.number()
                                    + " is an HTTP request; whoever made it can change what is"
                                    + " sent");
            case Payload.Heartbeat _ ->
                    throw ScheduleRefused.invalid(
                            "#" + schedule.number() + " is a heartbeat and has no text");
        };
    }

    private Reply anew(Schedule schedule, Terms worded, Plan plan) {
        if (plan.timings().size() > 1) {
            throw ScheduleRefused.invalid(
                    "one schedule cannot come at all those times; change #"
                            + schedule.number()
                            + " to one of them and make another for the rest");
        }
        ZoneId zone = plan.zone() == null ? occasion.zone() : plan.zone();
        Trigger trigger = Triggers.of(plan.timings().getFirst(), zone, plan.from(), occasion.now());
        Policies policies = Maker.limited(policiesFor(schedule, trigger), plan.limit(), zone);
        new HoursKept(occasion).require(trigger);
        schedules.update(schedule.id(), worded.withTrigger(trigger).withPolicies(policies));
        Instant rest = Triggers.restUntil(trigger, plan.from(), occasion.now(), schedules);
        if (rest != null) {
            schedules.pause(schedule.id(), rest);
        }
        return told(schedule, plan.assumptions());
    }

    /// What becomes of missed runs depends on whether it recurs, and a one-shot has no limits.
    private static Policies policiesFor(Schedule schedule, Trigger trigger) {
        Policies before = schedule.policies();
        boolean recurs = !(trigger instanceof Trigger.At);
        if (recurs == schedule.isRecurring()) {
            return before;
        }
        Policies adapted = before.withMissed(Policies.Missed.defaultFor(trigger));
        return recurs ? adapted : adapted.withMaxRuns(null).withExpiresAt(null);
    }

    private Trigger atTime(Schedule schedule, LocalTime time) {
        return atTime(schedule, schedule.trigger(), time);
    }

    private Trigger atTime(Schedule schedule, Trigger trigger, LocalTime time) {
        ZoneId zone = trigger.zone();
        return switch (trigger) {
            case Trigger.At at -> new Trigger.At(onItsDay(at, time), zone);
            case Trigger.Cron cron ->
                    new Trigger.Cron(
                            CronMove.to(cron.expression(), time)
                                    .orElseThrow(() -> notOneTime(schedule)),
                            zone);
            case Trigger.Every every
                    when every.interval().equals(Duration.ofDays(every.interval().toDays())) ->
                    new Trigger.Every(every.interval(), anchorAt(schedule, time), zone, time);
            case Trigger.Within within ->
                    new Trigger.Within(atTime(schedule, within.inner(), time), within.hours());
            case Trigger.Every _, Trigger.Window _ -> throw notOneTime(schedule);
        };
    }

    /// Its own day if that time is still to come, else the next day that has it.
    private Instant onItsDay(Trigger.At at, LocalTime time) {
        LocalDate day = at.at().atZone(at.zone()).toLocalDate();
        LocalDate today = occasion.now().atZone(at.zone()).toLocalDate();
        Instant moved = Triggers.instant(day.atTime(time), at.zone());
        if (moved.isAfter(occasion.now()) || !day.isBefore(today)) {
            return moved;
        }
        Instant todays = Triggers.instant(today.atTime(time), at.zone());
        return todays.isAfter(occasion.now())
                ? todays
                : Triggers.instant(today.plusDays(1).atTime(time), at.zone());
    }

    private Instant anchorAt(Schedule schedule, LocalTime time) {
        ZoneId zone = schedule.trigger().zone();
        Instant next = Optional.ofNullable(schedule.state().nextDueAt()).orElse(occasion.now());
        return Triggers.instant(next.atZone(zone).toLocalDate().atTime(time), zone);
    }

    private static ScheduleRefused notOneTime(Schedule schedule) {
        return ScheduleRefused.invalid(
                "#"
                        + schedule.number()
                        + " does not come at one time of day ("
                        + ScheduleWords.recurrence(schedule)
                        + "); say the whole new timing, such as: make it every day at 10:00");
    }

    /// A recurring one keeps its days: only the occurrence at hand is moved.
    private Reply toDay(Schedule schedule, Terms worded, LocalDate day, List<String> assumptions) {
        ZoneId zone = schedule.trigger().zone();
        if (schedule.trigger() instanceof Trigger.At at) {
            LocalDateTime time = day.atTime(at.at().atZone(zone).toLocalTime());
            Trigger moved = new Trigger.At(Triggers.instant(time, zone), zone);
            return changed(schedule, worded.withTrigger(moved), assumptions);
        }
        Instant like =
                Optional.ofNullable(schedule.state().nextDueAt())
                        .or(() -> Optional.ofNullable(schedule.state().lastRunAt()))
                        .orElse(occasion.now());
        LocalTime time = like.atZone(zone).toLocalTime();
        return new Snoozer(schedules)
                .snooze(
                        schedule,
                        Triggers.instant(day.atTime(time), zone),
                        List.of("I moved this one time only; the others stay as they are."));
    }

    private Reply changed(Schedule schedule, Terms terms, List<String> assumptions) {
        if (!terms.trigger().equals(schedule.trigger())) {
            new HoursKept(occasion).require(terms.trigger());
        }
        schedules.update(schedule.id(), terms);
        return told(schedule, assumptions);
    }

    private Reply told(Schedule before, List<String> assumptions) {
        Schedule now = schedules.find(before.id()).orElse(before);
        String text =
                "Changed #"
                        + now.number()
                        + ": “"
                        + now.payload().text()
                        + "”, "
                        + words.outlook(now)
                        + ".";
        return Reply.of(ScheduleWords.with(text, assumptions), now);
    }

    private static List<String> assumptions(@Nullable String assumption) {
        return assumption == null ? List.of() : List.of(assumption);
    }
}
