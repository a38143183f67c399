package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.outbox.Outbox.OutletReport;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueWork;
import dev.carillon.scheduler.store.GroupedWriter;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.RunStore.RunDelivery;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits for a destination, in order, and records what became of it. The outcomes of
/// many destinations that are ready at the same moment are committed together.
final class Delivery implements QueueWork {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 20;

    private final ChatAdapter adapter;
    private final Outbox outbox;
    private final SendRates rates;
    private final InstantSource clock;
    private final GroupedWriter<Report> reports;

    Delivery(
            ChatAdapter adapter,
            Outbox outbox,
            RunStore runs,
            Transactions transactions,
            InstantSource clock) {
        this.adapter = adapter;
        this.outbox = outbox;
        this.rates = new SendRates(adapter.limits(), clock);
        this.clock = clock;
        this.reports =
                new GroupedWriter<>(
                        transactions,
                        group -> {
                            outbox.record(group.stream().map(Report::outlet).toList());
                            runs.recordDeliveries(
                                    group.stream().flatMap(each -> each.runs().stream()).toList());
                        });
    }

    @Override
    public void work(Lease outlet) {
        DeliveryRound round = new DeliveryRound(clock.instant());
        for (OutboxItem item : outbox.oldest(outlet, AT_ONCE)) {
            if (!send(item, round)) {
                break;
            }
        }
        reports.write(
                new Report(
                        new OutletReport(
                                outlet, round.delivered(), round.stayed(), round.readyAt()),
                        round.runs()));
    }

    /// @return whether the next message may follow
    private boolean send(OutboxItem item, DeliveryRound round) {
        List<Part> parts = Parts.of(item, adapter.limits().textLength());
        int sent = item.partsSent();
        String messageId = "";
        while (sent < parts.size()) {
            SendResult result = sendPart(item, parts.get(sent));
            if (!(result instanceof SendResult.Delivered delivered)) {
                return notDelivered(item, sent, result, round);
            }
            messageId = delivered.platformMessageId();
            sent++;
        }
        round.delivered(item, messageId);
        return true;
    }

    private SendResult sendPart(OutboxItem item, Part part) {
        Duration wait = rates.reserve(item.destination());
        if (wait.isPositive()) {
            return new SendResult.RateLimited(wait);
        }
        boolean mayBeRepeat = item.attempts() > 0 && !adapter.recognisesRepeats();
        try {
            return adapter.send(mayBeRepeat ? Repeats.remark(part) : part);
        } catch (RuntimeException e) {
            LOG.error("{} could not send {}; trying again", adapter.gateway(), part.key(), e);
            return new SendResult.Unknown(e.toString());
        }
    }

    private boolean notDelivered(
            OutboxItem item, int partsSent, SendResult result, DeliveryRound round) {
        return switch (result) {
            case SendResult.Delivered _ -> throw new IllegalStateException("it was delivered");
            case SendResult.RateLimited limited -> {
                round.waits(item, partsSent, limited.retryAfter());
                yield false;
            }
            case SendResult.Unavailable unavailable -> {
                retry(item, partsSent, unavailable.reason(), round);
                yield false;
            }
            case SendResult.Unknown unknown -> {
                retry(item, partsSent, unknown.reason(), round);
                yield false;
            }
            case SendResult.Refused refused -> {
                LOG.warn(
                        "{} refused message {} for {}: {}; it is given up",
                        adapter.gateway(),
                        item.id(),
                        item.destination(),
                        refused.reason());
                round.fails(item, partsSent, refused.reason());
                yield true;
            }
        };
    }

    private void retry(OutboxItem item, int partsSent, String reason, DeliveryRound round) {
        int attempts = item.attempts() + 1;
        if (attempts >= Repeats.MOST) {
            LOG.error(
                    "message {} for {} could not be delivered in {} attempts and is given up: {}",
                    item.id(),
                    item.destination(),
                    attempts,
                    reason);
            round.fails(item, partsSent, reason);
            return;
        }
        Duration wait = Repeats.waitAfter(attempts);
        LOG.warn(
                "message {} for {} could not be delivered: {}; trying again in {}",
                item.id(),
                item.destination(),
                reason,
                wait);
        round.retries(item, partsSent, reason, wait);
    }

    private record Report(OutletReport outlet, List<RunDelivery> runs) {}
}
