package dev.carillon.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T13:03:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-after|17|PT17S",
                "retry-after|0.5|PT0.5S",
                "retry-after-ms|250|PT0.25S",
                "retry-after|Fri, 20 Nov 2026 13:04:30 GMT|PT1M30S",
                "retry-after|Fri, 20 Nov 2026 13:00:00 GMT|PT0S",
                "retry-after|1e300|PT24H"
            })
    void readsEveryForm(String name, String value, Duration expected) {
        assertThat(read(name, value)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "NaN", ""})
    void ignoresWhatIsNoTime(String value) {
        assertThat(read("retry-after", value)).isEmpty();
    }

    @Test
    void isAbsentWithoutAHeader() {
        assertThat(read("x-other", "17")).isEmpty();
    }

    private static Optional<Duration> read(String name, String value) {
        return RetryAfter.of(HttpHeaders.of(Map.of(name, List.of(value)), (_, _) -> true), CLOCK);
    }
}
