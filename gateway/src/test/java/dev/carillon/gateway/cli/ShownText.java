package dev.carillon.gateway.cli;

import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What a command prints, for those who wait for it to appear.
final class ShownText extends Writer {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ReentrantLock guard = new ReentrantLock();
    private final Condition more = guard.newCondition();
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] letters, int offset, int length) {
        guard.lock();
        try {
            text.append(letters, offset, length);
            more.signalAll();
        } finally {
            guard.unlock();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    String text() {
        guard.lock();
        try {
            return text.toString();
        } finally {
            guard.unlock();
        }
    }

    void await(String expected) throws InterruptedException {
        guard.lock();
        try {
            long left = DEADLINE.toNanos();
            while (text.indexOf(expected) < 0) {
                if (left <= 0) {
                    throw new AssertionError(
                            "'"
                                    + expected
                                    + "' did not appear in "
                                    + TimeUnit.NANOSECONDS.toSeconds(DEADLINE.toNanos())
                                    + " s:\n"
                                    + text);
                }
                left = more.awaitNanos(left);
            }
        } finally {
            guard.unlock();
        }
    }
}
