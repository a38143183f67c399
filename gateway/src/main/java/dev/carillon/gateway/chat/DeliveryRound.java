package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.Outbox.Progress;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.store.RunStore.RunDelivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the messages of one destination while its outlet was leased. Used by one thread.
final class DeliveryRound {
    private final List<OutboxItem> delivered = new ArrayList<>();
    private final List<Progress> stayed = new ArrayList<>();
    private final List<RunDelivery> runs = new ArrayList<>();
    private final InstantSource clock;
    private Instant readyAt;

    DeliveryRound(InstantSource clock) {
        this.clock = clock;
        this.readyAt = clock.instant();
    }

    void delivered(OutboxItem item, String platformMessageId) {
        delivered.add(item);
        run(item, Run.Delivery.DELIVERED, platformMessageId, null);
    }

    /// Our turn has not come yet; that is no attempt.
    void waits(Reached reached, Duration wait) {
        stay(reached, false, reached.item().attempts(), null);
        readyIn(wait);
    }

    void retries(Reached reached, String reason, Duration wait) {
        stay(reached, false, reached.item().attempts() + 1, reason);
        readyIn(wait);
    }

    void fails(Reached reached, String reason) {
        stay(reached, true, reached.item().attempts() + 1, reason);
        run(reached.item(), Run.Delivery.FAILED, null, reason);
    }

    private void stay(Reached reached, boolean hasFailed, int attempts, @Nullable String error) {
        stayed.add(
                new Progress(
                        reached.item(),
                        hasFailed,
                        attempts,
                        reached.partsSent(),
                        reached.isInDoubt(),
                        error));
    }

    /// From now, for sending may have taken long; and rounded up to what the database keeps, so
    /// that nothing is tried a moment too early.
    private void readyIn(Duration wait) {
        readyAt = clock.instant().plus(wait).plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }

    private void run(
            OutboxItem item,
            Run.Delivery delivery,
            @Nullable String platformMessageId,
            @Nullable String error) {
        if (item.run() != null) {
            runs.add(new RunDelivery(item.run(), delivery, platformMessageId, error));
        }
    }

    List<OutboxItem> delivered() {
        return delivered;
    }

    List<Progress> stayed() {
        return stayed;
    }

    List<RunDelivery> runs() {
        return runs;
    }

    Instant readyAt() {
        return readyAt;
    }
}
