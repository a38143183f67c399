package dev.carillon.scheduler.time;

import dev.carillon.scheduler.Trigger.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Places the occurrences of windows in real time. The two ends of a window are fixed local times;
/// the steps between are elapsed time. A window of which no part exists, because a clock change
/// leaves it out, has no occurrence.
final class WindowOccurrences {

    // Beyond a week, because the one matching day may have been left out of the calendar.
    private static final int DAYS_SEARCHED = 21;

    private record Stretch(Instant start, Instant end) {
        static Stretch of(Window window, LocalDate day) {
            LocalDate lastDay = window.from().isBefore(window.to()) ? day : day.plusDays(1);
            return new Stretch(
                    ZoneTime.of(day.atTime(window.from()), window.zone()),
                    ZoneTime.of(lastDay.atTime(window.to()), window.zone()));
        }
    }

    private WindowOccurrences() {}

    static Optional<Instant> after(Window window, Instant instant) {
        // The window of yesterday may reach into today, and local dates differ from UTC's.
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC).minusDays(2);
        for (int i = 0; i < DAYS_SEARCHED; i++, day = day.plusDays(1)) {
            if (isOn(window, day)) {
                Stretch stretch = Stretch.of(window, day);
                Instant due = stretch.start();
                if (!due.isAfter(instant)) {
                    due =
                            Occurrences.stepAtOrBefore(due, window.every(), instant)
                                    .plus(window.every());
                }
                if (due.isBefore(stretch.end())) {
                    return Optional.of(due);
                }
            }
        }
        return Optional.empty();
    }

    /// The last occurrence up to `to`; those not after `from` need not be found.
    static Optional<Instant> atOrBefore(Window window, Instant from, Instant to) {
        LocalDate day = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1);
        LocalDate earliest = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(2);
        for (int i = 0; i < DAYS_SEARCHED && !day.isBefore(earliest); i++) {
            if (isOn(window, day)) {
                Stretch stretch = Stretch.of(window, day);
                Instant limit = to.isBefore(stretch.end()) ? to : stretch.end().minusMillis(1);
                if (!limit.isBefore(stretch.start())) {
                    return Optional.of(
                            Occurrences.stepAtOrBefore(stretch.start(), window.every(), limit));
                }
            }
            day = day.minusDays(1);
        }
        return Optional.empty();
    }

    private static boolean isOn(Window window, LocalDate day) {
        return window.days().isEmpty() || window.days().contains(day.getDayOfWeek());
    }
}
