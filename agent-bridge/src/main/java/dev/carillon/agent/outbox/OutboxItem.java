package dev.carillon.agent.outbox;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.RunId;
import org.jspecify.annotations.Nullable;

/// A message on its way to a platform.
///
/// @param attempts how often sending it was tried
/// @param partsSent how many parts of a split message the platform has already
/// @param isInDoubt whether the platform may have the next part too
public record OutboxItem(
        String id,
        Destination destination,
        OutboundMessage message,
        @Nullable RunId run,
        int attempts,
        int partsSent,
        boolean isInDoubt) {

    /// The same, with another message to be sent.
    public OutboxItem withMessage(OutboundMessage other) {
        return new OutboxItem(id, destination, other, run, attempts, partsSent, isInDoubt);
    }
}
