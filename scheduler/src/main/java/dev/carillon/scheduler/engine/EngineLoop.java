package dev.carillon.scheduler.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the engine on one thread that never waits for work: it sleeps until the earliest due
/// instant, or until it is told that an earlier one was made; at most one second, so that what
/// another replica made is not overlooked.
public final class EngineLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final Duration CONTENDED = Duration.ofMillis(20);

    private final FiringEngine engine;
    private final Wakeup wakeup;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    public EngineLoop(FiringEngine engine, Wakeup wakeup) {
        this.engine = engine;
        this.wakeup = wakeup;
    }

    public synchronized void start() {
        if (thread == null && !closed) {
            // A platform thread: firing must not wait for a carrier that other work has pinned.
            thread = Thread.ofPlatform().name("firing-engine").daemon().start(this::run);
        }
    }

    private void run() {
        int fired = 1;
        while (!closed) {
            try {
                Duration until = engine.untilNextDue(MOST);
                // What was due and did not fire is in another replica's hands: no busy loop.
                wakeup.await(until.isZero() && fired == 0 ? CONTENDED : until);
                fired = engine.fireDueUntil(() -> closed);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Errors too: were this thread to die, nothing would ever fire again.
                LOG.error("could not fire what is due; trying again in {}", MOST, e);
                waitAfterFailure();
            }
        }
    }

    private void waitAfterFailure() {
        try {
            wakeup.await(MOST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    /// Whether it waits for something to become due.
    boolean isAsleep() {
        return isRunning() && wakeup.isAwaited();
    }

    /// Ends the loop after the batch at hand; may be called twice, and before the start.
    @Override
    public void close() {
        closed = true;
        wakeup.signal();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
