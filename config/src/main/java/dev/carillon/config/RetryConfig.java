package dev.carillon.config;

import java.time.Duration;

/// How often and how fast something is tried again; the delay doubles from one try to the next.
@Description("How calls of the model are repeated that failed for a passing reason.")
public record RetryConfig(
        @Description("How many times to try again; 0 gives up at once.")
                @Default("3")
                @Limits(min = "0", max = "20")
                int maxRetries,
        @Description("Delay before the first repetition; it doubles with each.")
                @Default("1s")
                @Limits(min = "0s", max = "1h")
                Duration delay,
        @Description("The delay does not grow beyond this.")
                @Default("30s")
                @Limits(min = "0s", max = "1d")
                Duration maxDelay) {
    public RetryConfig {
        Rules.of(RetryConfig.class, maxRetries, delay, maxDelay)
                .check(
                        maxDelay.compareTo(delay) >= 0,
                        "must not be shorter than delay",
                        "max_delay",
                        "delay")
                .enforce();
    }
}
