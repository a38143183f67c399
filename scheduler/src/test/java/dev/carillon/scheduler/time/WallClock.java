package dev.carillon.scheduler.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A plain model of time for tests: somebody who watches a wall clock, tick by tick, and writes
/// down what it shows. It shares nothing with the code under test and uses no knowledge of clock
/// changes; a local time that is left out is simply passed by, and one that comes again has been
/// seen before.
final class WallClock {

    private final List<Instant> ticks = new ArrayList<>();
    private final List<LocalDateTime> shown = new ArrayList<>();
    private final Duration tick;

    WallClock(ZoneId zone, Instant from, Instant to, Duration tick) {
        this.tick = tick;
        for (Instant at = from; !at.isAfter(to); at = at.plus(tick)) {
            ticks.add(at);
            shown.add(at.atZone(zone).toLocalDateTime());
        }
    }

    /// Every tick at which the clock shows a matching time.
    List<Instant> whenShown(Predicate<LocalDateTime> matches) {
        List<Instant> found = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            if (matches.test(shown.get(i))) {
                found.add(ticks.get(i));
            }
        }
        return found;
    }

    /// Every tick at which the clock shows or has just passed by a matching time that it had not
    /// reached before.
    List<Instant> whenFirstReached(Predicate<LocalDateTime> matches) {
        List<Instant> found = new ArrayList<>();
        LocalDateTime reached = shown.getFirst();
        for (int i = 1; i < ticks.size(); i++) {
            boolean isDue = false;
            while (reached.isBefore(shown.get(i))) {
                reached = reached.plus(tick);
                isDue |= matches.test(reached);
            }
            if (isDue) {
                found.add(ticks.get(i));
            }
        }
        return found;
    }

    /// Every tick that is a whole number of steps after the start of a window that has not ended.
    List<Instant> inWindows(
            Predicate<LocalDate> days, LocalTime from, LocalTime to, Duration every) {
        List<Instant> found = new ArrayList<>();
        LocalDate last = shown.getLast().toLocalDate();
        LocalDate day = shown.getFirst().toLocalDate().plusDays(1);
        for (; day.plusDays(1).isBefore(last); day = day.plusDays(1)) {
            if (days.test(day)) {
                LocalDate end = from.isBefore(to) ? day : day.plusDays(1);
                Instant limit = firstReached(end.atTime(to));
                Instant due = firstReached(day.atTime(from));
                for (; due.isBefore(limit); due = due.plus(every)) {
                    found.add(due);
                }
            }
        }
        return found;
    }

    private Instant firstReached(LocalDateTime time) {
        for (int i = 0; i < ticks.size(); i++) {
            if (!shown.get(i).isBefore(time)) {
                return ticks.get(i);
            }
        }
        return Instant.MAX;
    }
}
