package dev.carillon.gateway.chat.discord;

import java.time.Instant;

/// Discord's ids, which hold the time at which they were given.
final class Snowflake {
    private static final long EPOCH = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private Snowflake() {}

    /// The first id that could have been given at an instant.
    static long at(Instant instant) {
        return Math.max(0, instant.toEpochMilli() - EPOCH) << TIME_SHIFT;
    }
}
