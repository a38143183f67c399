package dev.carillon.scheduler.queue;

/// Thrown when work is to be committed under a lease that another holder has taken meanwhile. The
/// transaction is rolled back; the other holder does the work again.
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(Lease lease) {
        super("the lease on " + lease.queueKey() + " (epoch " + lease.epoch() + ") was lost");
    }
}
