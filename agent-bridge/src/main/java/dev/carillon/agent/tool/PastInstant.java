package dev.carillon.agent.tool;

import dev.carillon.scheduler.ScheduleRefused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/// Reads an instant that may well be past, such as that of a run.
final class PastInstant {
    private PastInstant() {}

    /// @param zone that of a time without an offset
    static Instant read(String text, ZoneId zone) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException _) {
            // Without an offset, then.
        }
        try {
            return LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeParseException _) {
            throw ScheduleRefused.invalid(
                    "'at' must be a time such as 2026-03-08T17:00 or 2026-03-08T17:00+01:00, not '"
                            + text
                            + "'");
        }
    }
}
