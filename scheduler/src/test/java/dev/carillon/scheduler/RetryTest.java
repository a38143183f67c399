package dev.carillon.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.Policies.Retry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Retry RETRY = new Retry(5, Duration.ofSeconds(1), Duration.ofSeconds(4));

    @Test
    void waitsTwiceAsLongEachTimeUpToTheLongestDelay() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(RETRY::delayBefore))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(4));
    }

    /// Runs that failed together because a provider was down would else all ask it again at once.
    @Test
    void spreadsRunsByUpToAQuarterAndEachAlwaysInTheSameWay() {
        List<Duration> delays =
                IntStream.range(0, 200)
                        .mapToObj(i -> RETRY.delayBefore(2, new RunId("run-" + i)))
                        .toList();

        assertThat(delays)
                .allSatisfy(delay ->
                        assertThat(delay)
                                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500)));
        assertThat(delays.stream().distinct().count()).isGreaterThan(100);
        assertThat(RETRY.delayBefore(2, new RunId("run-7"))).isEqualTo(delays.get(7));
    }

    @Test
    void saysInMillisecondsWhichDelaysDoNotFit() {
        assertThatThrownBy(() -> new Retry(3, Duration.ofSeconds(5), Duration.ofMillis(1)))
                .hasMessageContaining("not 5000 ms with at most 1 ms");
    }
}
