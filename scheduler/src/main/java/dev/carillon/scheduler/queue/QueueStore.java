package dev.carillon.scheduler.queue;

import dev.carillon.scheduler.store.Dialect;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Queues and their leases in the database. The items of a queue lie elsewhere; a queue knows only
/// from when on there is something to do in it, and who is at it.
public final class QueueStore {
    /// How long a lease lasts without renewal, and so how long the work of a dead replica waits.
    public static final Duration LEASE = Duration.ofSeconds(20);

    private final QueueRows rows;
    private final Dialect dialect;
    private final Transactions transactions;
    private final String holder;

    /// @param holder names this replica, anew at each start
    QueueStore(QueueRows rows, Dialect dialect, Transactions transactions, String holder) {
        this.rows = rows;
        this.dialect = dialect;
        this.transactions = transactions;
        this.holder = holder;
    }

    /// Says that queues have something to do from an instant on. Part of the transaction that
    /// writes the items.
    public void offerAll(Collection<Offer> offers) {
        if (!offers.isEmpty()) {
            rows.offerAll(sorted(offers));
        }
    }

    /// Says that queues, whose items are worked on in order, have something more at their ends: a
    /// queue that waits for its first item goes on waiting. Part of the transaction that writes the
    /// items.
    public void appendAll(Collection<Offer> offers) {
        if (!offers.isEmpty()) {
            rows.appendAll(sorted(offers));
        }
    }

    /// Each queue once, since PostgreSQL changes no row twice in one statement; and always in the
    /// same order, so that two replicas cannot lock each other out.
    private static List<QueueRow> sorted(Collection<Offer> offers) {
        Map<String, Offer> earliest = new TreeMap<>();
        offers.forEach(offer -> earliest.merge(offer.queueKey(), offer, Offer::earlier));
        return earliest.values().stream()
                .map(offer ->
                        new QueueRow(
                                offer.queueKey(),
                                offer.kind().value(),
                                offer.readyAt().toEpochMilli(),
                                null,
                                0,
                                0))
                .toList();
    }

    /// Leases queues of a kind that have something to do, those that wait longest first.
    public List<Lease> claim(QueueKind kind, Instant now, int most) {
        // Looked up first, so that an idle worker writes nothing.
        if (rows.hasReady(kind.value(), now.toEpochMilli()).isEmpty()) {
            return List.of();
        }
        return transactions.write(() -> {
            List<QueueRow> held =
                    ready(kind, now, most).stream().map(row -> heldFrom(row, now)).toList();
            if (!held.isEmpty()) {
                rows.hold(held);
            }
            return held.stream().map(row -> new Lease(row.queueKey(), kind, row.epoch())).toList();
        });
    }

    private List<QueueRow> ready(QueueKind kind, Instant now, int most) {
        return switch (dialect) {
            case SQLITE -> rows.ready(kind.value(), now.toEpochMilli(), most);
            case POSTGRESQL -> rows.readyLocked(kind.value(), now.toEpochMilli(), most);
        };
    }

    private QueueRow heldFrom(QueueRow row, Instant now) {
        return new QueueRow(
                row.queueKey(),
                row.kind(),
                row.readyAt(),
                holder,
                now.plus(LEASE).toEpochMilli(),
                row.epoch() + 1);
    }

    /// When a queue of a kind can be claimed next.
    public Optional<Instant> earliestReady(QueueKind kind) {
        return rows.earliestReady(kind.value()).map(Instant::ofEpochMilli);
    }

    /// Prolongs leases that are still ours; those that were lost stay lost.
    public void renewAll(Collection<Lease> leases, Instant now) {
        List<QueueRow> renewed =
                leases.stream()
                        .sorted(Comparator.comparing(Lease::queueKey))
                        .map(lease ->
                                new QueueRow(
                                        lease.queueKey(),
                                        lease.kind().value(),
                                        null,
                                        holder,
                                        now.plus(LEASE).toEpochMilli(),
                                        lease.epoch()))
                        .toList();
        if (!renewed.isEmpty()) {
            transactions.run(() -> rows.renew(renewed));
        }
    }

    /// Checks within a transaction that a lease is still ours, and locks the queue until its end:
    /// what arrives meanwhile waits, so that a look whether anything is left stays true.
    ///
    /// @throws LeaseLost when it is not
    public void check(Lease lease) {
        if (rows.lock(lease.queueKey(), lease.epoch()) != 1) {
            throw new LeaseLost(lease);
        }
    }

    /// Like [#check], for many at once.
    ///
    /// @throws LeaseLost when any of them is not ours any more
    public void checkAll(Collection<Lease> leases) {
        List<QueueRow> sorted =
                leases.stream()
                        .sorted(Comparator.comparing(Lease::queueKey))
                        .map(QueueStore::row)
                        .toList();
        if (sorted.isEmpty()) {
            return;
        }
        rows.lockAll(sorted);
        // Asked for, since Micronaut Data counts the rows it was given and not those that changed.
        Map<String, Long> epochs = new HashMap<>();
        rows.held(sorted.stream().map(QueueRow::queueKey).toList())
                .forEach(row -> epochs.put(row.queueKey(), row.epoch()));
        for (Lease lease : leases) {
            if (!Objects.equals(epochs.get(lease.queueKey()), lease.epoch())) {
                throw new LeaseLost(lease);
            }
        }
    }

    private static QueueRow row(Lease lease) {
        return new QueueRow(lease.queueKey(), lease.kind().value(), null, null, 0, lease.epoch());
    }

    /// Gives a lease back as part of the transaction that ends the work.
    ///
    /// @param readyAt from when on there is more to do; absent: nothing is left
    /// @throws LeaseLost when another holder has it; the transaction must be rolled back
    public void release(Lease lease, @Nullable Instant readyAt) {
        Long ready = readyAt == null ? null : readyAt.toEpochMilli();
        if (rows.release(lease.queueKey(), lease.epoch(), ready) != 1) {
            throw new LeaseLost(lease);
        }
    }

    /// Takes all leases back. For the start of the only process on a database: whoever held them is
    /// dead, and waiting for them to run out would only delay the work.
    public void releaseAll() {
        rows.releaseAll();
    }

    /// Something to do in a queue from an instant on.
    public record Offer(String queueKey, QueueKind kind, Instant readyAt) {
        private Offer earlier(Offer other) {
            return other.readyAt.isBefore(readyAt) ? other : this;
        }
    }
}
