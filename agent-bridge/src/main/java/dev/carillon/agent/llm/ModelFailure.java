package dev.carillon.agent.llm;

import dev.carillon.agent.AgentFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A model that did not answer. The message is for people: it names the model and the way out.
final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    ModelFailure(
            Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    ModelFailure(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, cause);
    }

    /// What may help.
    enum Kind {
        /// Asking again soon.
        PASSING,
        /// Asking another model; this one's circuit breaker is open.
        RESTING,
        /// Asking another model; this one's account is empty.
        NO_CREDIT,
        /// Nothing, until somebody changes something.
        LASTING
    }

    Kind kind() {
        return kind;
    }

    /// How long the provider wants to be left alone.
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    boolean mayBeRepeated() {
        return kind == Kind.PASSING;
    }

    boolean isOfNoUseToOthers() {
        return kind == Kind.LASTING;
    }

    AgentFailure toAgentFailure() {
        return switch (kind) {
            case PASSING, RESTING -> AgentFailure.passing(getMessage(), this);
            case NO_CREDIT, LASTING -> AgentFailure.lasting(getMessage(), this);
        };
    }

    /// Never null, other than the inherited one promises.
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "The model did not answer." : message;
    }
}
