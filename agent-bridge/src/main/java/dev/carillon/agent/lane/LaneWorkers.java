package dev.carillon.agent.lane;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWork;
import dev.carillon.scheduler.queue.QueueWorker;
import dev.carillon.scheduler.store.Transactions;
import java.time.InstantSource;
import java.util.List;

/// The workers of all agents' lanes, each bounded by its agent's number of turns.
public final class LaneWorkers implements AutoCloseable {
    private final List<QueueWorker> workers;

    LaneWorkers(
            AgentDirectory agents,
            QueueStore queues,
            Transactions transactions,
            QueueWork turns,
            WorkSignals signals,
            InstantSource clock) {
        this.workers =
                agents.all().stream()
                        .map(agent ->
                                new QueueWorker(
                                        QueueKind.ofAgent(agent.name().value()),
                                        queues,
                                        transactions,
                                        turns,
                                        clock,
                                        agent.mostTurns()))
                        .toList();
        workers.forEach(signals::add);
    }

    public void start() {
        workers.forEach(QueueWorker::start);
    }

    @Override
    public void close() {
        workers.forEach(QueueWorker::close);
    }
}
