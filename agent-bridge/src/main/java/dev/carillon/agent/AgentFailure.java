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
    private final transient Usage usage;

    private AgentFailure(
            @Nullable String message,
            boolean passing,
            @Nullable Duration retryAfter,
            Usage usage,
            @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
        this.retryAfter = retryAfter;
        this.usage = usage;
    }

    /// A failure that may be over soon: a time-out, too many requests, a server's error.
    public static AgentFailure passing(String message, @Nullable Throwable cause) {
        return new AgentFailure(message, true, null, Usage.NONE, cause);
    }

    /// A failure of which the other side said when it will be over.
    public static AgentFailure busy(String message, Duration retryAfter) {
        return new AgentFailure(message, true, retryAfter, Usage.NONE, null);
    }

    /// A failure that stays until somebody changes something: a wrong key, an unknown model.
    public static AgentFailure lasting(String message, @Nullable Throwable cause) {
        return new AgentFailure(message, false, null, Usage.NONE, cause);
    }

    /// The same failure, after the turn has used something: what came to nothing costs as much.
    public AgentFailure after(Usage used) {
        return new AgentFailure(getMessage(), passing, retryAfter, used, getCause());
    }

    /// What the turn used until it failed.
    public Usage usage() {
        return usage;
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
