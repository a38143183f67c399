package dev.carillon.gateway.api;

import dev.carillon.scheduler.time.TimeText;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Reads points in time and zones that are parameters of a request.
final class Moments {
    private static final String TIME =
            "a date and time such as 2026-03-08T17:00 (local) or 2026-03-08T17:00:00+01:00";

    private Moments() {}

    /// @param zone of a time that has no offset
    /// @throws ProblemException when it is no point in time
    static Instant read(String name, String text, ZoneId zone, Instant now) {
        try {
            return TimeText.at(text, zone, now);
        } catch (IllegalArgumentException _) {
            throw Problems.invalid(name, text, TIME);
        }
    }

    /// @throws ProblemException when it is no zone
    static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null ? null : TimeText.zone(text);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("'timezone': " + e.getMessage());
        }
    }
}
