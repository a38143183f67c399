package dev.carillon.gateway.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a platform bears.
///
/// @param textLength the longest text of one message, in UTF-16 units
/// @param perDestination how often a destination may be sent to; absent: as often as we like
/// @param overall how often all destinations together may be sent to; absent: as often as we like
public record Limits(int textLength, @Nullable Pace perDestination, @Nullable Pace overall) {
    public Limits {
        if (textLength < 100) {
            throw new IllegalArgumentException("no platform is so narrow: " + textLength);
        }
    }

    /// So many messages in a time.
    public record Pace(int messages, Duration in) {}
}
