package dev.carillon.gateway.chat;

import java.time.Duration;

/// What became of a sent part, and so who acts next.
public sealed interface SendResult {
    /// The platform has it.
    record Delivered(String platformMessageId) implements SendResult {}

    /// The platform wants us to wait.
    record RateLimited(Duration retryAfter) implements SendResult {}

    /// The platform could not be reached or could not do it; it did not get the part.
    record Unavailable(String reason) implements SendResult {}

    /// The platform will never take it: the chat is gone, the text is not allowed.
    record Refused(String reason) implements SendResult {}

    /// It was sent and no answer came; the platform may have it or not.
    record Unknown(String reason) implements SendResult {}
}
