package dev.carillon.gateway.chat.access;

import dev.carillon.scheduler.Destination;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who asked to be let in.
///
/// @param userId the platform's id of the person
/// @param destination where the person asked
/// @param approvedAt absent while nobody has approved it
public record Pairing(
        String userId,
        String userName,
        Destination destination,
        String code,
        Instant askedAt,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy) {}
