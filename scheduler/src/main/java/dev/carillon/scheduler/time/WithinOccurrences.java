package dev.carillon.scheduler.time;

import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.Trigger.Within;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// The occurrences of a trigger that lie in certain hours. What lies outside is leapt over, hours
/// by hours and not one by one; who finds none in so many hours says that there are none.
final class WithinOccurrences {
    /// Eight years of daily hours, longer than the rarest cron expression rests.
    private static final int LEAPS = 3000;

    private static final int DAYS_SEARCHED = 15;

    private WithinOccurrences() {}

    static Optional<Instant> after(Within within, Instant instant) {
        Optional<Instant> due = Occurrences.after(within.inner(), instant);
        for (int i = 0; i < LEAPS && due.isPresent(); i++) {
            if (contains(within, due.get())) {
                return due;
            }
            Instant start = nextStart(within.hours(), within.zone(), due.get());
            due = Occurrences.after(within.inner(), start.minusMillis(1));
        }
        return Optional.empty();
    }

    /// The last occurrence up to `to`; those not after `from` need not be found.
    static Optional<Instant> atOrBefore(Within within, Instant from, Instant to) {
        Optional<Instant> due = Occurrences.latestAtOrBefore(within.inner(), from, to);
        for (int i = 0; i < LEAPS && due.isPresent(); i++) {
            if (contains(within, due.get())) {
                return due;
            }
            Instant end = lastEnd(within.hours(), within.zone(), due.get());
            due = Occurrences.latestAtOrBefore(within.inner(), from, end.minusMillis(1));
        }
        return Optional.empty();
    }

    private static boolean contains(Within within, Instant instant) {
        return within.hours().contains(LocalDateTime.ofInstant(instant, within.zone()));
    }

    /// When hours begin next, after an instant outside of them.
    private static Instant nextStart(ActiveHours hours, ZoneId zone, Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone).minusDays(1);
        for (int i = 0; i < DAYS_SEARCHED; i++, day = day.plusDays(1)) {
            Instant start = ZoneTime.of(day.atTime(hours.from()), zone);
            if (isOn(hours, day) && start.isAfter(instant)) {
                return start;
            }
        }
        return ZoneTime.of(day.atStartOfDay(), zone);
    }

    /// When hours last ended, before an instant outside of them.
    private static Instant lastEnd(ActiveHours hours, ZoneId zone, Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        for (int i = 0; i < DAYS_SEARCHED; i++, day = day.minusDays(1)) {
            LocalDate last = hours.from().isBefore(hours.to()) ? day : day.plusDays(1);
            Instant end = ZoneTime.of(last.atTime(hours.to()), zone);
            if (isOn(hours, day) && !end.isAfter(instant)) {
                return end;
            }
        }
        return ZoneTime.of(day.atStartOfDay(), zone);
    }

    private static boolean isOn(ActiveHours hours, LocalDate day) {
        return hours.days().isEmpty() || hours.days().contains(day.getDayOfWeek());
    }
}
