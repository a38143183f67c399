package dev.carillon.scheduler.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Instants as the database keeps them: milliseconds since 1970 in UTC.
public final class Millis {
    private Millis() {}

    public static @Nullable Long of(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    public static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    public static @Nullable Instant instantOrNull(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
