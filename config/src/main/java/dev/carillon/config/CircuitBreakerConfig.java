package dev.carillon.config;

import java.time.Duration;

/// When a model that keeps failing is left alone for a while.
@Description("When a model that keeps failing is left alone for a while.")
public record CircuitBreakerConfig(
        @Description("Percentage of failed calls at which calls stop.")
                @Default("50")
                @Limits(min = "1", max = "100")
                int failureRate,
        @Description("How many calls are looked at before anything is concluded.")
                @Default("5")
                @Limits(min = "1", max = "10000")
                int minimumCalls,
        @Description("How long the model is left alone.")
                @Default("30s")
                @Limits(min = "1s", max = "1d")
                Duration openFor) {
    public CircuitBreakerConfig {
        Rules.of(CircuitBreakerConfig.class, failureRate, minimumCalls, openFor).enforce();
    }
}
