package dev.carillon.agent.llm;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A provider's answer with a status other than 2xx. Keeps, besides the status and the body, when
/// the provider wants to be asked again.
final class ProviderRefusal extends HttpException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    ProviderRefusal(int status, String body, @Nullable Duration retryAfter) {
        super(status, body);
        this.retryAfter = retryAfter;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
