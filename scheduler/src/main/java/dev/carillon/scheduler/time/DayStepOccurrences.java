package dev.carillon.scheduler.time;

import dev.carillon.scheduler.Trigger.Every;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The occurrences of an interval of whole days at a time of day: local dates in even steps, each
/// at the same local time.
record DayStepOccurrences(LocalDate first, long days, LocalTime at, ZoneId zone) {

    static DayStepOccurrences of(Every every) {
        LocalTime at = every.at();
        if (at == null) {
            throw new IllegalArgumentException("has no time of day: " + every);
        }
        return new DayStepOccurrences(
                every.firstDay(), every.interval().toDays(), at, every.zone());
    }

    Instant after(Instant instant) {
        // One step back: a time that a clock change left out may have come on the next date.
        long step = Math.max(0, stepOf(instant) - 1);
        while (!due(step).isAfter(instant)) {
            step++;
        }
        return due(step);
    }

    Optional<Instant> atOrBefore(Instant instant) {
        long step = stepOf(instant);
        while (step >= 0 && due(step).isAfter(instant)) {
            step--;
        }
        return step < 0 ? Optional.empty() : Optional.of(due(step));
    }

    /// The last step whose date is not after the local date of the instant; negative before the
    /// first.
    private long stepOf(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return Math.floorDiv(ChronoUnit.DAYS.between(first, day), days);
    }

    private Instant due(long step) {
        return ZoneTime.of(first.plusDays(step * days).atTime(at), zone);
    }
}
