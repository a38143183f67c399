package dev.carillon.agent.lane;

import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueWorker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Wakes the workers of this process when there is something new for them. A signal for which there
/// is no worker here is no loss: the worker of another replica, or a later one, looks by itself.
public final class WorkSignals {
    private final Map<QueueKind, QueueWorker> workers = new ConcurrentHashMap<>();

    public void add(QueueWorker worker) {
        workers.put(worker.kind(), worker);
    }

    public void signal(QueueKind kind) {
        QueueWorker worker = workers.get(kind);
        if (worker != null) {
            worker.signal();
        }
    }
}
