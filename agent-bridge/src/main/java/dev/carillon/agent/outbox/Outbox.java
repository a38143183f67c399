package dev.carillon.agent.outbox;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.LeaseLost;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to leave to the platforms, in order within a destination. Every method joins the
/// caller's transaction.
public final class Outbox {
    private static final String OUTLET = "outlet:";

    private final OutboxRows rows;
    private final ReleaseRows releases;
    private final QueueStore queues;
    private final Ids ids;

    Outbox(OutboxRows rows, ReleaseRows releases, QueueStore queues, Ids ids) {
        this.rows = rows;
        this.releases = releases;
        this.queues = queues;
        this.ids = ids;
    }

    /// Puts messages at the end of their destinations' queues.
    public void addAll(Collection<Posting> postings, Instant now) {
        if (postings.isEmpty()) {
            return;
        }
        rows.saveAll(postings.stream().map(posting -> row(posting, now)).toList());
        queues.appendAll(
                postings.stream()
                        .map(Posting::destination)
                        .distinct()
                        .map(destination -> offer(destination, now))
                        .toList());
    }

    private OutboxRow row(Posting posting, Instant now) {
        Destination destination = posting.destination();
        return new OutboxRow(
                ids.next(),
                outlet(destination),
                destination.gateway(),
                destination.chat(),
                destination.thread(),
                MessageJson.write(posting.message()),
                posting.run() == null ? null : posting.run().value(),
                "PENDING",
                0,
                0,
                0,
                null,
                now.toEpochMilli());
    }

    private static QueueStore.Offer offer(Destination destination, Instant now) {
        return new QueueStore.Offer(
                outlet(destination), QueueKind.ofGateway(destination.gateway()), now);
    }

    /// The key of the queue of a destination.
    private static String outlet(Destination destination) {
        return OUTLET + destination.key();
    }

    /// The messages of a leased outlet that are to be sent next, in order.
    public List<OutboxItem> oldest(Lease outlet, int most) {
        return rows.oldest(outlet.queueKey(), most).stream().map(Outbox::item).toList();
    }

    private static OutboxItem item(OutboxRow row) {
        return new OutboxItem(
                row.id(),
                new Destination(row.gateway(), row.chat(), row.thread()),
                MessageJson.read(row.message()),
                row.runId() == null ? null : new RunId(row.runId()),
                row.attempts(),
                row.partsSent(),
                row.inDoubt() != 0);
    }

    /// Records that parts are about to leave. If nothing is heard of them after that, because the
    /// process dies, they may have left or not.
    ///
    /// @throws LeaseLost when another holder has one of the outlets; the transaction must be rolled
    ///   back, and nothing sent
    public void announce(Collection<Announcement> announcements) {
        queues.checkAll(announcements.stream().map(Announcement::outlet).toList());
        rows.updateProgress(announcements.stream().map(Announcement::toRow).toList());
    }

    /// Records what became of messages and gives their outlets back, in one go.
    ///
    /// @throws LeaseLost when another holder has one of the outlets; the transaction must be rolled
    ///   back
    public void record(Collection<OutletReport> reports) {
        queues.checkAll(reports.stream().map(OutletReport::outlet).toList());
        List<String> delivered =
                reports.stream()
                        .flatMap(report -> report.delivered().stream())
                        .map(OutboxItem::id)
                        .toList();
        if (!delivered.isEmpty()) {
            rows.deleteAll(delivered);
        }
        List<OutboxRow> stayed =
                reports.stream()
                        .flatMap(report -> report.stayed().stream())
                        .map(Progress::toRow)
                        .toList();
        if (!stayed.isEmpty()) {
            rows.updateProgress(stayed);
        }
        releases.releaseAll(
                reports.stream()
                        .map(Outbox::release)
                        .sorted(Comparator.comparing(ReleaseRow::outlet))
                        .toList());
    }

    private static ReleaseRow release(OutletReport report) {
        return new ReleaseRow(report.outlet().queueKey(), report.readyAt().toEpochMilli());
    }

    /// Gives up the oldest messages for gateways that are none of these.
    List<OutboxItem> giveUpElsewhere(Collection<String> gateways, String error, int most) {
        List<OutboxItem> items = rows.elsewhere(gateways, most).stream().map(Outbox::item).toList();
        if (!items.isEmpty()) {
            rows.updateProgress(
                    items.stream()
                            .map(item ->
                                    new Progress(
                                            item,
                                            true,
                                            item.attempts(),
                                            item.partsSent(),
                                            false,
                                            error))
                            .map(Progress::toRow)
                            .toList());
        }
        return items;
    }

    /// Forgets refused messages from before an instant.
    public void deleteFailedBefore(Instant instant) {
        rows.deleteFailedBefore(instant.toEpochMilli());
    }

    /// A message for a destination.
    ///
    /// @param run the run whose result it is
    public record Posting(Destination destination, OutboundMessage message, @Nullable RunId run) {}

    /// What became of the messages of a leased outlet.
    ///
    /// @param stayed items that were not delivered, or not wholly
    /// @param readyAt from when on the rest may be sent
    public record OutletReport(
            Lease outlet, List<OutboxItem> delivered, List<Progress> stayed, Instant readyAt) {
        public OutletReport {
            delivered = List.copyOf(delivered);
            stayed = List.copyOf(stayed);
        }
    }

    /// How far an item has come.
    ///
    /// @param hasFailed whether it is given up
    /// @param isInDoubt whether the platform may have the next part too
    public record Progress(
            OutboxItem item,
            boolean hasFailed,
            int attempts,
            int partsSent,
            boolean isInDoubt,
            @Nullable String error) {
        private OutboxRow toRow() {
            return new OutboxRow(
                    item.id(),
                    "",
                    "",
                    "",
                    null,
                    "",
                    null,
                    hasFailed ? "FAILED" : "PENDING",
                    attempts,
                    partsSent,
                    isInDoubt ? 1 : 0,
                    error,
                    0);
        }
    }

    /// A part that is about to leave.
    ///
    /// @param partsSent how many parts of the item have left before it
    public record Announcement(Lease outlet, OutboxItem item, int partsSent) {
        private OutboxRow toRow() {
            return new Progress(item, false, item.attempts(), partsSent, true, null).toRow();
        }
    }
}
