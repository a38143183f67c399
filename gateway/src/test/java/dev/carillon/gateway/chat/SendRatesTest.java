package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendRatesTest {
    private static final Destination ONE = Destination.of("telegram", "1");
    private static final Destination TWO = Destination.of("telegram", "2");

    private final SettableClock clock = SettableClock.at("2026-01-14T12:00:00Z");

    @Test
    void withoutLimitsNobodyWaits() {
        SendRates rates = new SendRates(new Limits(100, null, null), clock);

        for (int i = 0; i < 1000; i++) {
            assertThat(rates.reserve(ONE)).isZero();
        }
    }

    @Test
    void aPaceTellsHowLongToWait() {
        SendRates rates = new SendRates(FakeAdapter.paced(1, Duration.ofSeconds(3)), clock);

        assertThat(rates.reserve(ONE)).isZero();
        assertThat(rates.reserve(ONE)).isEqualTo(Duration.ofSeconds(3));
        assertThat(rates.reserve(TWO)).isZero();
        clock.advance(Duration.ofSeconds(3));
        assertThat(rates.reserve(ONE)).isZero();
    }

    /// Else a destination would wait for its own pace too, though it sent nothing.
    @Test
    void aPlaceThatCouldNotBeUsedIsGivenBack() {
        Limits limits =
                new Limits(
                        100,
                        new Limits.Pace(1, Duration.ofMinutes(1)),
                        new Limits.Pace(1, Duration.ofSeconds(1)));
        SendRates rates = new SendRates(limits, clock);

        assertThat(rates.reserve(ONE)).isZero();
        assertThat(rates.reserve(TWO)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));

        assertThat(rates.reserve(TWO)).isZero();
    }
}
