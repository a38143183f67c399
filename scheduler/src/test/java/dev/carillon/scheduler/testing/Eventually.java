package dev.carillon.scheduler.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread is about to do.
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Eventually() {}

    /// Returns as soon as the condition holds.
    ///
    /// @throws AssertionError when it does not within the deadline
    public static void until(BooleanSupplier condition) {
        until(DEADLINE, condition);
    }

    /// The same for what may take longer, as the start of a process.
    ///
    /// @throws AssertionError when it does not within that time
    public static void until(Duration within, BooleanSupplier condition) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen within " + within);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
