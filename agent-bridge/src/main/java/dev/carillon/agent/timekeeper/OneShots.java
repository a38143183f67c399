package dev.carillon.agent.timekeeper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out timings that come once.
record OneShots(Clues clues, LocalDateTime now, Hours hours, Notes notes) {

    List<Timing> timings() {
        Piece.In in = clues.one(Piece.In.class);
        Piece.Times times = clues.one(Piece.Times.class);
        Piece.During during = clues.one(Piece.During.class);
        DayPart part = during == null ? null : during.part();
        if (in != null && times == null && part == null) {
            return List.of(after(in.amount()));
        }
        Day day = in == null ? day() : null;
        LocalDate date = in == null ? null : in.amount().after(now).toLocalDate();
        if (times == null) {
            return unsaid(day, date, part);
        }
        boolean ofTwentyFour = Hours.areOfTwentyFour(times.clocks());
        List<Timing> found = new ArrayList<>();
        for (Clock clock : times.clocks()) {
            LocalDateTime at = at(clock, day, date, part, ofTwentyFour);
            if (at != null) {
                found.add(new Timing.At(at));
            }
        }
        return found;
    }

    private Timing after(Amount amount) {
        return amount.isOfTime() ? new Timing.In(amount.time()) : new Timing.At(amount.after(now));
    }

    private @Nullable Day day() {
        Piece.On on = clues.one(Piece.On.class);
        Piece.MonthDays days = clues.one(Piece.MonthDays.class);
        if (on != null) {
            return on.day();
        }
        return days == null ? null : new Day.Date(days.days().getFirst(), 0, 0, null);
    }

    private List<Timing> unsaid(
            @Nullable Day day, @Nullable LocalDate date, @Nullable DayPart part) {
        if (day == null && date == null && part == null) {
            notes.ask("When?");
            return List.of();
        }
        if (part == null && day instanceof Day.FromToday(int days) && days == 0) {
            notes.ask("At what time today?");
            return List.of();
        }
        LocalTime time = hours.usual(part);
        LocalDateTime at = on(day, date, time);
        return at == null ? List.of() : List.of(new Timing.At(at));
    }

    private @Nullable LocalDateTime at(
            Clock clock,
            @Nullable Day day,
            @Nullable LocalDate date,
            @Nullable DayPart part,
            boolean ofTwentyFour) {
        boolean today = day instanceof Day.FromToday(int days) && days == 0;
        boolean free = day == null && date == null;
        if (clock.isMidnight()) {
            return midnight(today || free);
        }
        if (part != null) {
            LocalTime time = hours.within(clock, part);
            // The small hours of tonight are tomorrow's.
            boolean next = today && part == DayPart.NIGHT && time != null && time.getHour() < 6;
            return time == null
                    ? null
                    : next ? now.toLocalDate().plusDays(1).atTime(time) : on(day, date, time);
        }
        boolean open = !hours.early() && !clock.exact() && !ofTwentyFour && clock.hour() <= 7;
        if (open && clock.hour() < 12 && (today || free)) {
            LocalDateTime next = nextReading(clock, free);
            if (next != null) {
                return next;
            }
        }
        return on(day, date, hours.likely(clock, ofTwentyFour));
    }

    private @Nullable LocalDateTime midnight(boolean tonight) {
        if (!tonight) {
            notes.ask(
                    "Midnight at the beginning or at the end of that day? 00:00 is its beginning.");
            return null;
        }
        return now.toLocalDate().plusDays(1).atStartOfDay();
    }

    /// The next time the hands of a clock show it.
    private @Nullable LocalDateTime nextReading(Clock clock, boolean tomorrowToo) {
        LocalDate today = now.toLocalDate();
        for (LocalTime time : List.of(clock.asSaid(), clock.afternoon())) {
            if (today.atTime(time).isAfter(now)) {
                hours.say(clock, time);
                return today.atTime(time);
            }
        }
        if (!tomorrowToo) {
            return null;
        }
        hours.say(clock, clock.asSaid());
        return tomorrow(clock.asSaid());
    }

    private LocalDateTime tomorrow(LocalTime time) {
        LocalDate tomorrow = now.toLocalDate().plusDays(1);
        notes.assume(
                "%s has passed today; I took tomorrow, %s."
                        .formatted(Names.of(time), Names.of(tomorrow)));
        return tomorrow.atTime(time);
    }

    private @Nullable LocalDateTime on(
            @Nullable Day day, @Nullable LocalDate date, LocalTime time) {
        if (day == null && date == null) {
            LocalDateTime today = now.toLocalDate().atTime(time);
            return today.isAfter(now) ? today : tomorrow(time);
        }
        LocalDate found = date;
        if (day != null) {
            found = new DayFinder(now, notes).find(day, time);
        }
        if (found == null) {
            return null;
        }
        LocalDateTime at = found.atTime(time);
        if (!at.isAfter(now)) {
            notes.ask(
                    "%s at %s has passed. When do you mean?"
                            .formatted(Names.of(found), Names.of(time)));
            return null;
        }
        return at;
    }
}
