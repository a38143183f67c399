package dev.carillon.scheduler.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes a loop before its time. Signals that nobody waits for yet are kept, as one.
public final class Wakeup {
    private final Semaphore permits = new Semaphore(0);

    public void signal() {
        // One is enough; a loop that is busy for long must not collect them without bound.
        if (permits.availablePermits() == 0) {
            permits.release();
        }
    }

    boolean isAwaited() {
        return permits.hasQueuedThreads();
    }

    /// Waits for a signal, at most this long.
    ///
    /// @throws InterruptedException when the waiting thread is to end
    public void await(Duration most) throws InterruptedException {
        if (permits.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            permits.drainPermits();
        }
    }
}
