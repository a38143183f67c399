package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.outbox.Outbox.Announcement;
import dev.carillon.agent.outbox.Outbox.OutletReport;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueWork;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.GroupedWriter;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.RunStore.RunDelivery;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits for a destination, in order, and records what became of it. The outcomes of
/// many destinations that are ready at the same moment are committed together.
final class Delivery implements QueueWork {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /// How many messages of a destination are sent under one lease. Where the platform cannot tell
    /// a repeat each is recorded before the next is sent, so that a crash repeats one at most.
    private static final int AT_ONCE = 20;

    private final ChatAdapter adapter;
    private final Outbox outbox;
    private final SendRates rates;
    private final InstantSource clock;
    private final GroupedWriter<Announcement> announcements;
    private final GroupedWriter<Report> reports;
    private final boolean recognisesRepeats;
    private final int textLimit;

    Delivery(
            ChatAdapter adapter,
            Outbox outbox,
            RunStore runs,
            Attention attention,
            Transactions transactions,
            InstantSource clock) {
        this.adapter = adapter;
        this.outbox = outbox;
        this.rates = new SendRates(adapter.limits(), clock);
        this.clock = clock;
        this.recognisesRepeats = adapter.recognisesRepeats();
        this.textLimit =
                adapter.limits().textLength() - (recognisesRepeats ? 0 : Repeats.REMARK_LENGTH);
        this.announcements = new GroupedWriter<>(transactions, outbox::announce);
        this.reports =
                new GroupedWriter<>(
                        transactions,
                        group -> {
                            outbox.record(group.stream().map(Report::outlet).toList());
                            runs.recordDeliveries(
                                    group.stream().flatMap(each -> each.runs().stream()).toList());
                            attention.delivered(group.stream().flatMap(Report::scheduled).toList());
                        });
    }

    @Override
    public boolean isReady() {
        return adapter.canSend();
    }

    @Override
    public void work(Lease outlet) {
        DeliveryRound round = new DeliveryRound(clock);
        for (OutboxItem item : outbox.oldest(outlet, recognisesRepeats ? AT_ONCE : 1)) {
            if (!send(outlet, item, round)) {
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
    private boolean send(Lease outlet, OutboxItem item, DeliveryRound round) {
        List<Part> parts = Parts.of(Lateness.remark(item, clock.instant()), textLimit);
        Reached reached = new Reached(item, item.partsSent(), item.isInDoubt());
        String messageId = "";
        while (reached.partsSent() < parts.size()) {
            SendResult result = sendPart(outlet, reached, parts.get(reached.partsSent()));
            if (!(result instanceof SendResult.Delivered delivered)) {
                return notDelivered(reached, result, round);
            }
            messageId = delivered.platformMessageId();
            reached = new Reached(item, reached.partsSent() + 1, false);
        }
        round.delivered(item, messageId);
        return true;
    }

    private SendResult sendPart(Lease outlet, Reached reached, Part part) {
        Duration wait = rates.reserve(part.destination());
        if (wait.isPositive()) {
            return new SendResult.RateLimited(wait);
        }
        if (!recognisesRepeats) {
            announcements.write(new Announcement(outlet, reached.item(), reached.partsSent()));
        }
        boolean mayBeRepeat = reached.isInDoubt() && !recognisesRepeats;
        try {
            return adapter.send(mayBeRepeat ? Repeats.remark(part) : part);
        } catch (RuntimeException e) {
            LOG.error("{} could not send {}; trying again", adapter.gateway(), part.key(), e);
            return new SendResult.Unknown(e.toString());
        }
    }

    private boolean notDelivered(Reached reached, SendResult result, DeliveryRound round) {
        return switch (result) {
            case SendResult.Delivered _ -> throw new IllegalStateException("it was delivered");
            case SendResult.RateLimited limited -> {
                round.waits(reached, limited.retryAfter());
                yield false;
            }
            case SendResult.Unavailable unavailable -> {
                retry(reached, unavailable.reason(), round);
                yield false;
            }
            case SendResult.Unknown unknown -> {
                retry(reached.inDoubt(), unknown.reason(), round);
                yield false;
            }
            case SendResult.Refused refused -> {
                LOG.warn(
                        "{} refused message {} for {}: {}; it is given up",
                        adapter.gateway(),
                        reached.item().id(),
                        reached.item().destination(),
                        refused.reason());
                round.fails(reached, refused.reason());
                yield true;
            }
        };
    }

    private void retry(Reached reached, String reason, DeliveryRound round) {
        OutboxItem item = reached.item();
        int attempts = item.attempts() + 1;
        if (attempts >= Repeats.MOST) {
            LOG.error(
                    "message {} for {} could not be delivered in {} attempts and is given up: {}",
                    item.id(),
                    item.destination(),
                    attempts,
                    reason);
            round.fails(reached, reason);
            return;
        }
        Duration wait = Repeats.waitAfter(attempts);
        LOG.warn(
                "message {} for {} could not be delivered: {}; trying again in {}",
                item.id(),
                item.destination(),
                reason,
                wait);
        round.retries(reached, reason, wait);
    }

    private record Report(OutletReport outlet, List<RunDelivery> runs) {
        /// Where something has arrived that a schedule said.
        Stream<Destination> scheduled() {
            return outlet.delivered().stream()
                    .filter(item -> item.run() != null)
                    .map(OutboxItem::destination);
        }
    }
}
