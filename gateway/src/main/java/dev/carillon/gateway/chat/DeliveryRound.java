package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.Outbox.Progress;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.store.RunStore.RunDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the messages of one destination while its outlet was leased. Used by one thread.
final class DeliveryRound {
    private final List<OutboxItem> delivered = new ArrayList<>();
    private final List<Progress> stayed = new ArrayList<>();
    private final List<RunDelivery> runs = new ArrayList<>();
    private final Instant startedAt;
    private Instant readyAt;

    DeliveryRound(Instant startedAt) {
        this.startedAt = startedAt;
        this.readyAt = startedAt;
    }

    void delivered(OutboxItem item, String platformMessageId) {
        delivered.add(item);
        run(item, Run.Delivery.DELIVERED, platformMessageId, null);
    }

    /// Our turn has not come yet; that is no attempt.
    void waits(OutboxItem item, int partsSent, Duration wait) {
        stayed.add(new Progress(item, false, item.attempts(), partsSent, null));
        readyAt = startedAt.plus(wait);
    }

    void retries(OutboxItem item, int partsSent, String reason, Duration wait) {
        stayed.add(new Progress(item, false, item.attempts() + 1, partsSent, reason));
        readyAt = startedAt.plus(wait);
    }

    void fails(OutboxItem item, int partsSent, String reason) {
        stayed.add(new Progress(item, true, item.attempts() + 1, partsSent, reason));
        run(item, Run.Delivery.FAILED, null, reason);
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
