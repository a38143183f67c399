package dev.carillon.scheduler.queue;

import dev.carillon.scheduler.engine.Wakeup;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on the queues of one kind: leases those that have something to do and gives each a virtual
/// thread, never more than a bound at once. A queue that takes ten hours delays no other.
public final class QueueWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RENEWAL = QueueStore.LEASE.dividedBy(4);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final int CLAIM = 64;

    private final QueueKind kind;
    private final QueueStore queues;
    private final Transactions transactions;
    private final QueueWork work;
    private final InstantSource clock;
    private final Semaphore places;
    private final Wakeup wakeup = new Wakeup();
    private final Map<Lease, Thread> held = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile @Nullable Thread thread;
    private Instant renewedAt = Instant.EPOCH;

    /// @param most how many queues are worked on at once
    public QueueWorker(
            QueueKind kind,
            QueueStore queues,
            Transactions transactions,
            QueueWork work,
            InstantSource clock,
            int most) {
        this.kind = kind;
        this.queues = queues;
        this.transactions = transactions;
        this.work = work;
        this.clock = clock;
        this.places = new Semaphore(most);
    }

    public QueueKind kind() {
        return kind;
    }

    /// Says that a queue of this kind has something new.
    public void signal() {
        wakeup.signal();
    }

    public synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofVirtual().name("queues-" + kind).start(this::run);
        }
    }

    private void run() {
        while (!closed) {
            try {
                renew();
                if (startReady() == 0) {
                    wakeup.await(untilNext());
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Errors too: were this thread to die, the queues would wait for ever.
                LOG.error("could not look for work of {}; trying again in {}", kind, POLL, e);
                waitAfterFailure();
            }
        }
    }

    /// Leases what is ready and starts the work on it.
    ///
    /// @return how many queues were leased; none after [#close()]
    public int startReady() {
        int free = Math.min(CLAIM, places.availablePermits());
        if (free == 0 || closed || !work.isReady()) {
            return 0;
        }
        List<Lease> leases = queues.claim(kind, clock.instant(), free);
        for (Lease lease : leases) {
            places.acquireUninterruptibly();
            Thread worker =
                    Thread.ofVirtual().name(lease.queueKey()).unstarted(() -> carryOut(lease));
            held.put(lease, worker);
            worker.start();
        }
        return leases.size();
    }

    private void carryOut(Lease lease) {
        try {
            work.work(lease);
        } catch (LeaseLost e) {
            LOG.warn("{}; its new holder does the work", e.getMessage());
        } catch (RuntimeException e) {
            giveBack(lease, e);
        } finally {
            held.remove(lease);
            places.release();
            wakeup.signal();
        }
    }

    private void giveBack(Lease lease, RuntimeException problem) {
        // Work that was interrupted must still be able to use the database to give its lease back.
        boolean interrupted = Thread.interrupted();
        Duration delay = closed ? Duration.ZERO : AFTER_FAILURE;
        if (closed) {
            LOG.info("work on {} was ended; it is done after the next start", lease.queueKey());
        } else {
            LOG.error("work on {} failed; trying again in {}", lease.queueKey(), delay, problem);
        }
        try {
            transactions.run(() -> queues.release(lease, clock.instant().plus(delay)));
        } catch (RuntimeException e) {
            LOG.warn("could not give {} back; its lease runs out", lease.queueKey(), e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        Instant now = clock.instant();
        if (!held.isEmpty() && Duration.between(renewedAt, now).compareTo(RENEWAL) > 0) {
            queues.renewAll(List.copyOf(held.keySet()), now);
            renewedAt = now;
        }
    }

    private Duration untilNext() {
        if (places.availablePermits() == 0 || !work.isReady()) {
            return POLL;
        }
        Duration until =
                queues.earliestReady(kind)
                        .map(ready -> Duration.between(clock.instant(), ready))
                        .orElse(POLL);
        if (until.compareTo(POLL) > 0) {
            return POLL;
        }
        // Something that looks ready and could not be claimed is in another's hands: no busy loop.
        return until.isPositive() ? until : Duration.ofMillis(20);
    }

    private void waitAfterFailure() {
        try {
            wakeup.await(POLL);
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    /// Takes no new work and interrupts the work at hand, which is done again after the next start.
    @Override
    public void close() {
        closed = true;
        wakeup.signal();
        try {
            Thread running = thread;
            if (running != null) {
                running.join(Duration.ofSeconds(5));
            }
            for (Thread worker : held.values()) {
                worker.interrupt();
            }
            for (Thread worker : held.values()) {
                worker.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
