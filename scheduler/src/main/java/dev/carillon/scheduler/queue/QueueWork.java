package dev.carillon.scheduler.queue;

/// What is done with a leased queue.
@FunctionalInterface
public interface QueueWork {
    /// Whether this replica can do the work now. If not, it claims nothing and leaves the queues to
    /// others.
    default boolean isReady() {
        return true;
    }

    /// Works on the queue and ends by giving the lease back in the transaction that records the
    /// outcome. Runs on a virtual thread of its own; interrupted when the process ends.
    ///
    /// @throws LeaseLost when another holder took the queue meanwhile; nothing was recorded
    /// @throws RuntimeException when the work could not be done; it is tried again later
    void work(Lease lease);
}
