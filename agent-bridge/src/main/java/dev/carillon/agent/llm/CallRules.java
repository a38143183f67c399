package dev.carillon.agent.llm;

import dev.carillon.config.CircuitBreakerConfig;
import dev.carillon.config.RetryConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The operator's numbers as Resilience4j's rules.
final class CallRules {
    private static final int CALLS_REMEMBERED = 20;
    private static final int CALLS_ON_TRIAL = 1;
    private static final double GROWTH = 2;
    private static final double SPREAD = 0.3;

    private CallRules() {}

    static Retry retry(String name, RetryConfig config) {
        IntervalFunction backoff = backoff(config);
        return Retry.of(
                name,
                io.github.resilience4j.retry.RetryConfig.<Reply>custom()
                        .maxAttempts(config.maxRetries() + 1)
                        .retryOnException(thrown ->
                                thrown instanceof ModelFailure failure && failure.mayBeRepeated())
                        .intervalBiFunction((attempt, outcome) -> wait(backoff, attempt, outcome))
                        .build());
    }

    static CircuitBreaker breaker(String name, CircuitBreakerConfig config, InstantSource clock) {
        return CircuitBreaker.of(
                name,
                io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.custom()
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .failureRateThreshold(config.failureRate())
                        .minimumNumberOfCalls(config.minimumCalls())
                        .slidingWindowSize(Math.max(CALLS_REMEMBERED, config.minimumCalls()))
                        .waitDurationInOpenState(config.openFor())
                        .permittedNumberOfCallsInHalfOpenState(CALLS_ON_TRIAL)
                        .ignoreException(CallRules::saysNothingAboutHealth)
                        .build());
    }

    static TimeLimiter timeLimit(String name, Duration time) {
        return TimeLimiter.of(
                name,
                TimeLimiterConfig.custom()
                        .timeoutDuration(time.isPositive() ? time : Duration.ZERO)
                        .cancelRunningFuture(true)
                        .build());
    }

    /// A wrong key or too long a conversation is no reason to leave a model alone.
    private static boolean saysNothingAboutHealth(Throwable thrown) {
        return thrown instanceof ModelFailure failure && failure.isOfNoUseToOthers();
    }

    private static IntervalFunction backoff(RetryConfig config) {
        long first = Math.max(1, config.delay().toMillis());
        long last = Math.max(first, config.maxDelay().toMillis());
        return IntervalFunction.ofExponentialRandomBackoff(first, GROWTH, SPREAD, last);
    }

    private static long wait(
            IntervalFunction backoff, int attempt, Either<Throwable, Reply> outcome) {
        long wait = backoff.apply(attempt);
        @Nullable Duration demanded =
                outcome.isLeft() && outcome.getLeft() instanceof ModelFailure failure
                        ? failure.retryAfter()
                        : null;
        return demanded == null ? wait : Math.max(1, demanded.toMillis());
    }
}
