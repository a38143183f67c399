package dev.carillon.agent.llm;

import dev.carillon.config.CircuitBreakerConfig;
import dev.carillon.config.RetryConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model that is asked again when it fails for a passing reason, and left alone when that happens
/// too often.
final class PatientModel {
    private static final Logger LOG = LoggerFactory.getLogger(PatientModel.class);

    private final LanguageModel model;
    private final Retry retry;
    private final CircuitBreaker breaker;
    private final Pause pause;
    private final Duration longestWait;

    /// @param longestWait for how long at most a provider is obeyed that says when to come back;
    ///   after a longer demand the model counts as failed
    PatientModel(
            LanguageModel model,
            RetryConfig retry,
            CircuitBreakerConfig breaker,
            Surroundings surroundings,
            Duration longestWait) {
        this.model = model;
        this.retry = CallRules.retry(model.name(), retry);
        this.breaker = CallRules.breaker(model.name(), breaker, surroundings.clock());
        this.pause = surroundings.pause();
        this.longestWait = longestWait;
    }

    String name() {
        return model.name();
    }

    /// @param partial is told the answer so far; after a failure it begins anew
    /// @throws ModelFailure when there is no answer, after all attempts
    Reply ask(Question question, Deadline deadline, Consumer<String> partial)
            throws InterruptedException {
        // Only counts and decides. The waiting is ours: Resilience4j's own cannot be replaced in
        // tests and knows no deadline.
        Retry.AsyncContext<Reply> attempts = retry.asyncContext();
        while (true) {
            try {
                Reply reply = once(question, deadline, partial);
                attempts.onComplete();
                return reply;
            } catch (ModelFailure failure) {
                Duration wait = Duration.ofMillis(attempts.onError(failure));
                if (!wait.isPositive()
                        || wait.compareTo(longestWait) > 0
                        || wait.compareTo(deadline.left()) >= 0) {
                    throw failure;
                }
                LOG.warn("{} Asking again in {}", described(failure), wait);
                pause.pause(wait);
            }
        }
    }

    private Reply once(Question question, Deadline deadline, Consumer<String> partial)
            throws InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            throw new FailureReader(model.name()).resting();
        }
        long start = breaker.getCurrentTimestamp();
        boolean counted = false;
        try {
            Reply reply = model.ask(question, deadline, partial);
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            counted = true;
            return reply;
        } catch (ModelFailure failure) {
            breaker.onError(
                    breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
            counted = true;
            throw failure;
        } finally {
            if (!counted) {
                breaker.releasePermission();
            }
        }
    }

    private static String described(ModelFailure failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.getMessage() : failure.getMessage() + " (" + cause + ")";
    }
}
