package dev.carillon.agent.llm;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When a server wants to be asked again: `retry-after-ms`, which OpenAI and its like send, or the
/// standard `retry-after` in seconds or as a date.
public final class RetryAfter {
    private static final double MILLIS = 1000;
    private static final double LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers, InstantSource clock) {
        return headers.firstValue("retry-after-ms")
                .flatMap(value -> number(value, 1))
                .or(() -> headers.firstValue("retry-after").flatMap(value -> of(value, clock)));
    }

    /// @param value of the header `retry-after`
    public static Optional<Duration> of(String value, InstantSource clock) {
        return number(value, MILLIS).or(() -> date(value, clock));
    }

    private static Optional<Duration> number(String value, double unit) {
        try {
            double millis = Double.parseDouble(value.strip()) * unit;
            return millis >= 0
                    ? Optional.of(Duration.ofMillis((long) Math.min(millis, LONGEST_MILLIS)))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value, InstantSource clock) {
        try {
            ZonedDateTime at =
                    ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), at.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
