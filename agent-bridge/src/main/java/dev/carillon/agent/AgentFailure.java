package dev.carillon.agent;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Thrown by an agent that could not answer. The message is shown to the people in the chat: it
/// says what failed and what they can do, without a stack trace and without secrets.
public final class AgentFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final @Nullable Duration retryAfter;

    private AgentFailure(
            String message,
            boolean passing,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /// A failure that may be over soon: a time-out, too many requests, a server's error.
    public static AgentFailure passing(String message, @Nullable Throwable cause) {
        return new AgentFailure(message, true, null, cause);
    }

    /// A failure of which the other side said when it will be over.
    public static AgentFailure busy(String message, Duration retryAfter) {
        return new AgentFailure(message, true, retryAfter, null);
    }

    /// A failure that stays until somebody changes something: a wrong key, an unknown model.
    public static AgentFailure lasting(String message, @Nullable Throwable cause) {
        return new AgentFailure(message, false, null, cause);
    }

    /// Whether the same turn may succeed a little later.
    public boolean isPassing() {
        return passing;
    }

    /// How long to leave the other side alone, where it said so.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
