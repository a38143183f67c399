package dev.carillon.gateway.chat;

import dev.carillon.scheduler.Destination;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps within a platform's pace, for each destination and over all. Buckets are kept in memory:
/// after a restart they are full, and the platform's own 429 is obeyed if that was too fast.
final class SendRates {
    private static final int KEPT = 10_000;

    private final Limits limits;
    private final TimeMeter meter;
    private final @Nullable Bucket overall;
    private final Map<Destination, Bucket> perDestination =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Destination, Bucket> eldest) {
                    return size() > KEPT;
                }
            };

    SendRates(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.meter = new ClockMeter(clock);
        this.overall = limits.overall() == null ? null : bucket(limits.overall());
    }

    /// Takes a place in the pace if there is one now.
    ///
    /// @return how long to wait; zero when the message may be sent
    synchronized Duration reserve(Destination destination) {
        Limits.Pace pace = limits.perDestination();
        Bucket own =
                pace == null
                        ? null
                        : perDestination.computeIfAbsent(destination, _ -> bucket(pace));
        Duration wait = own == null ? Duration.ZERO : take(own);
        if (wait.isPositive() || overall == null) {
            return wait;
        }
        Duration overallWait = take(overall);
        if (overallWait.isPositive() && own != null) {
            // Nothing is sent, so the place in the destination's own pace was not used.
            own.addTokens(1);
        }
        return overallWait;
    }

    private static Duration take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(Limits.Pace pace) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(pace.messages()).refillGreedy(pace.messages(), pace.in()))
                .withCustomTimePrecision(meter)
                .build();
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
