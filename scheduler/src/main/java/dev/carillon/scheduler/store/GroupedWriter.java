package dev.carillon.scheduler.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Commits small writes that wait at the same moment together, so that a synchronous disk does not
/// set the pace of each. Who comes first while nobody writes, writes for all who wait.
///
/// @param <T> one write
public final class GroupedWriter<T> {
    private static final int MOST = 500;

    private final Transactions transactions;
    private final Consumer<List<T>> batchWrite;
    private final BlockingQueue<Waiting<T>> waiting = new LinkedBlockingQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /// @param batchWrite writes all of a group; runs in a transaction
    public GroupedWriter(Transactions transactions, Consumer<List<T>> batchWrite) {
        this.transactions = transactions;
        this.batchWrite = batchWrite;
    }

    /// Returns when the write is committed.
    ///
    /// @throws IllegalStateException inside a transaction: others' writes would be part of it, and
    ///   lost with it
    /// @throws RuntimeException when this very write failed; others of its group are not affected
    public void write(T value) {
        if (transactions.isActive()) {
            throw new IllegalStateException("a grouped write inside a transaction: " + value);
        }
        Waiting<T> mine = new Waiting<>(value, new CompletableFuture<>());
        waiting.add(mine);
        while (!mine.done().isDone()) {
            writing.lock();
            try {
                if (!mine.done().isDone()) {
                    writeGroup();
                }
            } finally {
                writing.unlock();
            }
        }
        join(mine);
    }

    /// How many writes wait for a group.
    int waiting() {
        return waiting.size();
    }

    private void writeGroup() {
        List<Waiting<T>> group = new ArrayList<>();
        waiting.drainTo(group, MOST);
        // Who writes for others may be interrupted on its own account; that must not fail theirs.
        boolean interrupted = Thread.interrupted();
        try {
            writeTogether(group);
        } finally {
            // Only an Error leaves a write undecided here; without this its writer would wait on.
            group.stream().filter(each -> !each.done().isDone()).forEach(GroupedWriter::abandon);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void writeTogether(List<Waiting<T>> group) {
        try {
            transactions.run(() -> batchWrite.accept(values(group)));
            group.forEach(each -> each.done().complete(true));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().done().completeExceptionally(e);
            } else {
                group.forEach(this::writeAlone);
            }
        }
    }

    /// One bad write must not fail its neighbours.
    private void writeAlone(Waiting<T> each) {
        try {
            transactions.run(() -> batchWrite.accept(List.of(each.value())));
            each.done().complete(true);
        } catch (RuntimeException e) {
            each.done().completeExceptionally(e);
        }
    }

    private static void abandon(Waiting<?> each) {
        each.done()
                .completeExceptionally(
                        new IllegalStateException("the group of this write was abandoned"));
    }

    private static <T> List<T> values(List<Waiting<T>> group) {
        return group.stream().map(Waiting::value).toList();
    }

    private static void join(Waiting<?> mine) {
        try {
            mine.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private record Waiting<T>(T value, CompletableFuture<Boolean> done) {}
}
