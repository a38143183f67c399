package dev.carillon.agent.timekeeper;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// Finds the date of a day as said.
///
/// "Friday" and "on friday" are the next Friday to come, which is today if it is a Friday and the
/// time is still ahead. "This friday" is the one of this week. "Next friday" is the one of next
/// week, weeks beginning on Monday: people who mean the coming one within this week say "friday" or
/// "this friday". As others hear it differently, the date is always said back.
record DayFinder(LocalDateTime now, Notes notes) {

    /// The date, or null after asking.
    @Nullable LocalDate find(Day day, LocalTime time) {
        LocalDate today = now.toLocalDate();
        return switch (day) {
            case Day.FromToday(int days) -> today.plusDays(days);
            case Day.Weekday(DayOfWeek weekday, Day.Which which) -> weekday(weekday, which, time);
            case Day.Date date -> date(date, time);
            case Day.EndOf(Unit unit) ->
                    unit == Unit.WEEK
                            ? endOfWeek(today)
                            : unit == Unit.MONTH
                                    ? today.with(TemporalAdjusters.lastDayOfMonth())
                                    : today.with(TemporalAdjusters.lastDayOfYear());
            case Day.Next(Unit unit) ->
                    unit == Unit.WEEK
                            ? assumed(
                                    "next week",
                                    today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                            : assumed(
                                    "next month",
                                    today.with(TemporalAdjusters.firstDayOfNextMonth()));
        };
    }

    private LocalDate endOfWeek(LocalDate today) {
        LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return assumed("the end of the week", friday);
    }

    private LocalDate assumed(String said, LocalDate date) {
        notes.assume("I took %s as %s.".formatted(said, Names.of(date)));
        return date;
    }

    private @Nullable LocalDate weekday(DayOfWeek weekday, Day.Which which, LocalTime time) {
        LocalDate today = now.toLocalDate();
        LocalDate ofThisWeek =
                today.with(DayOfWeek.MONDAY).with(TemporalAdjusters.nextOrSame(weekday));
        return switch (which) {
            case NEXT -> assumed("next " + Names.of(weekday), ofThisWeek.plusWeeks(1));
            case THIS -> {
                if (ofThisWeek.isBefore(today)) {
                    notes.ask(
                            "%s has passed. Do you mean %s?"
                                    .formatted(
                                            Names.of(ofThisWeek),
                                            Names.of(ofThisWeek.plusWeeks(1))));
                    yield null;
                }
                yield ofThisWeek;
            }
            case COMING -> {
                LocalDate next = today.with(TemporalAdjusters.next(weekday));
                if (today.getDayOfWeek() != weekday) {
                    yield next;
                }
                boolean ahead = today.atTime(time).isAfter(now);
                yield assumed(Names.of(weekday), ahead ? today : next);
            }
        };
    }

    private @Nullable LocalDate date(Day.Date said, LocalTime time) {
        if (said.month() == 0) {
            return ofMonth(said.day(), time);
        }
        LocalDate date = valid(said.year() == 0 ? now.getYear() : said.year(), said);
        if (date == null) {
            return null;
        }
        if (said.year() == 0 && date.isBefore(now.toLocalDate())) {
            date = valid(now.getYear() + 1, said);
            if (date == null) {
                return null;
            }
        }
        if (said.year() == 0 && date.getYear() > now.getYear()) {
            assumed("the date", date);
        }
        if (said.weekday() != null && said.weekday() != date.getDayOfWeek()) {
            notes.ask(
                    "%s is not a %s. Which day do you mean?"
                            .formatted(Names.of(date), Names.of(said.weekday())));
            return null;
        }
        return date;
    }

    private @Nullable LocalDate valid(int year, Day.Date said) {
        // The 29th of February comes only every four years; without a year the next one is meant.
        boolean leapDay = said.day() == 29 && said.month() == 2 && said.year() == 0;
        int first = leapDay ? year + Math.floorMod(-year, 4) : year;
        try {
            return LocalDate.of(first, said.month(), said.day());
        } catch (DateTimeException e) {
            notes.ask(
                    "There is no day %d in month %d. Which day do you mean?"
                            .formatted(said.day(), said.month()));
            return null;
        }
    }

    /// The next month that has such a day.
    private @Nullable LocalDate ofMonth(int day, LocalTime time) {
        if (day == -1) {
            return now.toLocalDate().with(TemporalAdjusters.lastDayOfMonth());
        }
        if (day < 1 || day > 31) {
            notes.ask("No month has a day %d. Which day do you mean?".formatted(day));
            return null;
        }
        LocalDate month = now.toLocalDate().withDayOfMonth(1);
        while (day > month.lengthOfMonth()
                || !month.withDayOfMonth(day).atTime(time).isAfter(now)) {
            month = month.plusMonths(1);
        }
        return month.withDayOfMonth(day);
    }
}
