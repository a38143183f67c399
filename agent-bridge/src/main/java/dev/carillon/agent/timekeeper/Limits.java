package dev.carillon.agent.timekeeper;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out where a recurrence begins and ends.
record Limits(Clues clues, LocalDateTime now, Hours hours, Notes notes) {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    @Nullable LocalDateTime beginning(Piece.From from) {
        Clock clock = from.clock();
        Day day = from.day();
        LocalTime time = clock == null ? LocalTime.MIDNIGHT : hours.likely(clock, false);
        if (day == null) {
            LocalDateTime today = now.toLocalDate().atTime(time);
            return today.isAfter(now) ? today : today.plusDays(1);
        }
        LocalDate date = new DayFinder(now, notes).find(day, clock == null ? END_OF_DAY : time);
        return date == null ? null : date.atTime(time);
    }

    @Nullable Limit limit() {
        Piece.Runs runs = clues.one(Piece.Runs.class);
        Piece.Lasting lasting = clues.one(Piece.Lasting.class);
        Piece.Until until = clues.one(Piece.Until.class);
        if (runs != null && (lasting != null || until != null)) {
            notes.ask("You said two ends. Which one?");
        }
        if (runs != null) {
            return new Limit.Runs(runs.count());
        }
        LocalDateTime end = null;
        if (lasting != null) {
            if (lasting.amount().roughly().compareTo(period(clues)) <= 0) {
                notes.ask("That is over before it comes again. For how long, or how often?");
            }
            end = lasting.amount().after(start());
        } else if (until != null) {
            end = until(until);
        }
        if (end != null && !end.isAfter(now)) {
            notes.ask("That end has passed. Until when?");
        }
        return end == null ? null : new Limit.Until(end);
    }

    /// About how far apart the runs are.
    static Duration period(Clues clues) {
        Piece.Every every = clues.one(Piece.Every.class);
        Piece.Cycle cycle = clues.one(Piece.Cycle.class);
        if (every != null) {
            return every.amount().roughly();
        }
        if (cycle != null) {
            return cycle.unit().times(1).roughly();
        }
        return clues.has(Piece.Hourly.class) ? Duration.ofHours(1) : Duration.ofDays(1);
    }

    private LocalDateTime start() {
        Piece.From from = clues.one(Piece.From.class);
        LocalDateTime start = from == null ? null : beginning(from);
        return start == null ? now : start;
    }

    private @Nullable LocalDateTime until(Piece.Until until) {
        Clock clock = until.clock();
        Day day = until.day();
        if (day == null) {
            return clock == null ? null : untilToday(clock);
        }
        if (clock != null && clock.isMidnight()) {
            notes.ask("Midnight at the beginning or at the end of that day?");
            return null;
        }
        LocalTime time = clock == null ? END_OF_DAY : hours.likely(clock, false);
        LocalDate date = new DayFinder(now, notes).find(day, time);
        return date == null ? null : date.atTime(time);
    }

    private @Nullable LocalDateTime untilToday(Clock clock) {
        Piece.Every every = clues.one(Piece.Every.class);
        boolean often = every != null && every.amount().roughly().compareTo(Duration.ofDays(1)) < 0;
        if (!often) {
            notes.ask("Until which day?");
            return null;
        }
        if (clock.isMidnight()) {
            return now.toLocalDate().plusDays(1).atStartOfDay();
        }
        Clues end = new Clues(List.of(new Piece.Times(List.of(clock))));
        return new OneShots(end, now, hours, notes).timings().getFirst()
                        instanceof Timing.At(LocalDateTime time)
                ? time
                : null;
    }
}
