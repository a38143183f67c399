package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Works out "every 2 hours", "every other day at nine", "every 15 minutes between 9 and 17".
record Intervals(Clues clues, LocalDateTime now, Hours hours, Notes notes) {

    List<Timing> timings(Amount every, Recurring recurring) {
        if (every.isOfTime()) {
            return ofTime(every.time(), recurring);
        }
        if (every.months() > 0) {
            return ofMonths(every, recurring);
        }
        return every.isOfDays() ? ofDays(every.days(), recurring) : mixed(every);
    }

    private List<Timing> ofTime(Duration every, Recurring recurring) {
        Piece.Between between = clues.one(Piece.Between.class);
        if (clues.has(Piece.Times.class) || clues.has(Piece.During.class)) {
            notes.ask(
                    "A time of day does not go with such an interval. From when to when, or starting when?");
            return List.of();
        }
        if (between != null) {
            return window(between, every, recurring.weekdays());
        }
        if (clues.has(Piece.Weekly.class) || clues.has(Piece.Except.class)) {
            return onDays(every, recurring.weekdays());
        }
        return List.of(new Timing.Every(every, first()));
    }

    private List<Timing> mixed(Amount every) {
        return clues.isTimed()
                ? asked("How often exactly?")
                : List.of(new Timing.Every(every.roughly(), first()));
    }

    private List<Timing> asked(String question) {
        notes.ask(question);
        return List.of();
    }

    private @Nullable LocalDateTime first() {
        Piece.From from = clues.one(Piece.From.class);
        return from == null ? null : new Limits(clues, now, hours, notes).beginning(from);
    }

    private List<Timing> window(Piece.Between between, Duration every, Set<DayOfWeek> days) {
        LocalTime from = from(between);
        LocalTime to = to(between, from);
        if (!to.isAfter(from)) {
            return asked("That window ends before it begins. From when to when on one day?");
        }
        return List.of(new Timing.Window(days, from, to, every));
    }

    private LocalTime from(Piece.Between between) {
        Clock from = between.from();
        Clock to = between.to();
        boolean ofTwentyFour =
                Hours.areOfTwentyFour(List.of(from))
                        || (!to.exact() && Hours.areOfTwentyFour(List.of(to)));
        if (from.exact() || ofTwentyFour) {
            return from.asSaid();
        }
        LocalTime late = from.afternoon();
        boolean sharesAfternoon =
                to.exact()
                        && to.hour() < 24
                        && late.isBefore(to.asSaid())
                        && from.hour() < 12
                        && to.hour() > 12;
        boolean small = from.hour() <= 5 && !to.exact();
        if (sharesAfternoon || small) {
            hours.say(from, late);
            return late;
        }
        return from.asSaid();
    }

    private LocalTime to(Piece.Between between, LocalTime from) {
        Clock to = between.to();
        if (to.isMidnight()) {
            return LocalTime.of(23, 59);
        }
        if (to.exact() || to.asSaid().isAfter(from)) {
            return to.asSaid();
        }
        hours.say(to, to.afternoon());
        return to.afternoon();
    }

    /// Every so often on some days and around the clock: cron can say that if it divides the day.
    private List<Timing> onDays(Duration every, Set<DayOfWeek> days) {
        long minutes = every.toMinutes();
        String weekdays = CronText.weekdays(days);
        if (!days.isEmpty() && every.equals(Duration.ofMinutes(minutes))) {
            if (minutes < 60 && 60 % minutes == 0) {
                return List.of(new Timing.Cron("*/%d * * * %s".formatted(minutes, weekdays)));
            }
            if (minutes % 60 == 0 && minutes / 60 < 24 && 24 % (minutes / 60) == 0) {
                notes.assume("I count the hours from midnight.");
                return List.of(new Timing.Cron("0 */%d * * %s".formatted(minutes / 60, weekdays)));
            }
        }
        return asked("From when to when on those days?");
    }

    private List<Timing> ofDays(int days, Recurring recurring) {
        if (clues.has(Piece.Between.class)
                || clues.has(Piece.Weekly.class)
                || clues.has(Piece.MonthDays.class)) {
            return asked("On which day shall it begin, and at what time?");
        }
        LocalTime time = recurring.oneTime();
        LocalDate day = time == null ? null : firstDay(days, time);
        if (time == null || day == null) {
            return List.of();
        }
        notes.assume(
                "The first is %s at %s; then every %d days at that time."
                        .formatted(Names.of(day), Names.of(time), days));
        return List.of(new Timing.EveryDays(days, day.atTime(time)));
    }

    private @Nullable LocalDate firstDay(int days, LocalTime time) {
        Piece.On on = clues.one(Piece.On.class);
        Piece.From from = clues.one(Piece.From.class);
        DayFinder finder = new DayFinder(now, notes);
        if (on != null) {
            boolean fits = on.day() instanceof Day.Weekday ? days % 7 == 0 : from == null;
            LocalDate day = fits ? finder.find(on.day(), time) : null;
            if (!fits) {
                notes.ask("On which day shall it begin?");
            }
            return day;
        }
        if (from != null && from.day() != null) {
            return finder.find(from.day(), time);
        }
        LocalDate today = now.toLocalDate();
        return today.atTime(time).isAfter(now) ? today : today.plusDays(1);
    }

    private List<Timing> ofMonths(Amount every, Recurring recurring) {
        int step = every.months();
        if (every.days() > 0 || !every.time().isZero() || step > 12 || 12 % step != 0) {
            return asked(
                    "I can count months only where a year is a whole number of them. How often?");
        }
        LocalDate anchor = now.toLocalDate();
        Piece.From from = clues.one(Piece.From.class);
        if (from != null && from.day() != null) {
            LocalDate begin = new DayFinder(now, notes).find(from.day(), LocalTime.NOON);
            anchor = begin == null ? anchor : begin;
        } else {
            anchor = anchor.plusMonths(1);
        }
        Set<Integer> months = new TreeSet<>();
        for (int month = 0; month < 12; month += step) {
            months.add((anchor.getMonthValue() - 1 + month) % 12 + 1);
        }
        notes.assume("The first month is %s.".formatted(Names.month(anchor)));
        return recurring.monthly(CronText.list(months));
    }
}
