package dev.carillon.agent.timekeeper;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Works out timings that come again and again.
record Recurring(Clues clues, LocalDateTime now, Hours hours, Notes notes) {

    List<Timing> timings() {
        Piece.Every every = clues.one(Piece.Every.class);
        if (every != null) {
            return new Intervals(clues, now, hours, notes).timings(every.amount(), this);
        }
        Piece.Hourly hourly = clues.one(Piece.Hourly.class);
        if (hourly != null) {
            return hourly(hourly.minute());
        }
        if (clues.has(Piece.Between.class)) {
            notes.ask("How often between those times? For example: every 30 minutes.");
            return List.of();
        }
        if (clues.has(Piece.Weekly.class)) {
            return weekly(weekdays());
        }
        Piece.Cycle cycle = clues.one(Piece.Cycle.class);
        if (cycle == null) {
            notes.assume("I took it as every month.");
            return monthly("*");
        }
        return switch (cycle.unit()) {
            case WEEK -> weekOn();
            case MONTH -> monthly("*");
            case QUARTER -> monthly(isLast() ? "3,6,9,12" : "1,4,7,10");
            case YEAR -> yearly();
            case SECOND, MINUTE, HOUR, DAY, FORTNIGHT -> List.of();
        };
    }

    Set<DayOfWeek> weekdays() {
        Piece.Weekly weekly = clues.one(Piece.Weekly.class);
        Piece.Except except = clues.one(Piece.Except.class);
        Set<DayOfWeek> days = weekly == null ? Weekdays.ALL : weekly.days();
        return except == null ? days : Bounds.without(days, except.days());
    }

    private List<Timing> hourly(int minute) {
        if (clues.has(Piece.Between.class)) {
            notes.ask("Between which times, every how many minutes? I cannot fix the minute too.");
            return List.of();
        }
        return List.of(
                new Timing.Cron("%d * * * %s".formatted(minute, CronText.weekdays(weekdays()))));
    }

    private List<Timing> weekly(Set<DayOfWeek> days) {
        if (days.isEmpty()) {
            notes.ask("On which days? You took out every one.");
            return List.of();
        }
        return CronText.at(times(), "*", "*", CronText.weekdays(days));
    }

    private List<Timing> weekOn() {
        Piece.On on = clues.one(Piece.On.class);
        if (on == null) {
            DayOfWeek today = now.getDayOfWeek();
            notes.assume("You did not say a day; I took %s.".formatted(Names.of(today)));
            return weekly(Set.of(today));
        }
        if (on.day() instanceof Day.Weekday(DayOfWeek day, _)) {
            return weekly(Set.of(day));
        }
        notes.ask("On which day of the week?");
        return List.of();
    }

    private boolean isLast() {
        Piece.Nth nth = clues.one(Piece.Nth.class);
        Piece.MonthDays days = clues.one(Piece.MonthDays.class);
        return (nth != null && nth.nth() == -1) || (days != null && days.days().contains(-1));
    }

    List<Timing> monthly(String months) {
        Piece.Nth nth = clues.one(Piece.Nth.class);
        if (nth != null) {
            return nth(nth, months);
        }
        Set<Integer> days = daysOfMonth();
        if (days.isEmpty()) {
            return List.of();
        }
        if (days.contains(-1) && days.size() > 1) {
            notes.ask("Please make two of it: one for the last day, one for the others.");
            return List.of();
        }
        if (days.stream().anyMatch(day -> day > 28)) {
            notes.assume("Months without such a day are left out.");
        }
        return CronText.at(times(), days.contains(-1) ? "L" : CronText.list(days), months, "*");
    }

    private List<Timing> nth(Piece.Nth nth, String months) {
        DayOfWeek day = nth.day();
        if (day == null) {
            return CronText.at(times(), nth.nth() == -1 ? "LW" : "1W", months, "*");
        }
        String weekday = CronText.number(day) + (nth.nth() == -1 ? "L" : "#" + nth.nth());
        return CronText.at(times(), "*", months, weekday);
    }

    private Set<Integer> daysOfMonth() {
        Piece.MonthDays said = clues.one(Piece.MonthDays.class);
        Piece.On on = clues.one(Piece.On.class);
        Set<Integer> days = new TreeSet<>(said == null ? List.of() : said.days());
        if (on != null) {
            switch (on.day()) {
                case Day.Date(int day, int month, _, _) when month == 0 -> days.add(day);
                case Day.EndOf(Unit unit) when unit == Unit.MONTH -> days.add(-1);
                case Day.Date _, Day.EndOf _, Day.FromToday _, Day.Weekday _, Day.Next _ ->
                        notes.ask("On which day of the month?");
            }
            return days;
        }
        if (days.stream().anyMatch(day -> day == 0 || day > 31)) {
            notes.ask("No month has such a day. Which one do you mean?");
        }
        if (days.isEmpty()) {
            notes.assume("You did not say a day; I took the 1st.");
            days.add(1);
        }
        return days;
    }

    private List<Timing> yearly() {
        Piece.On on = clues.one(Piece.On.class);
        if (on == null
                || !(on.day() instanceof Day.Date(int day, int month, int year, _))
                || month == 0
                || year > 0) {
            notes.ask("On which day of the year? For example: every year on 24 december.");
            return List.of();
        }
        if (new DayFinder(now, new Notes()).find(new Day.Date(day, month, 0, null), LocalTime.MAX)
                == null) {
            notes.ask(
                    "There is no day %d in month %d. Which day do you mean?".formatted(day, month));
            return List.of();
        }
        if (day == 29 && month == 2) {
            notes.assume("29 February comes only in leap years.");
        }
        return CronText.at(times(), String.valueOf(day), String.valueOf(month), "*");
    }

    /// The times of day, in order; 09:00 if none was said.
    Set<LocalTime> times() {
        Set<LocalTime> times = new TreeSet<>();
        Piece.During during = clues.one(Piece.During.class);
        DayPart part = during == null ? null : during.part();
        List<Clock> clocks = clocks();
        boolean ofTwentyFour = Hours.areOfTwentyFour(clocks);
        for (Clock clock : clocks) {
            LocalTime time =
                    part == null ? hours.likely(clock, ofTwentyFour) : hours.within(clock, part);
            if (time != null) {
                times.add(time);
            }
        }
        if (clocks.isEmpty()) {
            times.add(hours.usual(part));
        }
        return times;
    }

    /// "Every day starting tomorrow at 9" says the time with the beginning.
    private List<Clock> clocks() {
        Piece.Times times = clues.one(Piece.Times.class);
        if (times != null) {
            return times.clocks();
        }
        Piece.From from = clues.one(Piece.From.class);
        Clock clock = from == null ? null : from.clock();
        return clock == null ? List.of() : List.of(clock);
    }

    @Nullable LocalTime oneTime() {
        Set<LocalTime> times = times();
        if (times.size() != 1) {
            notes.ask("At which one time of day?");
            return null;
        }
        return times.iterator().next();
    }
}
