package dev.carillon.agent.lane;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWork;
import dev.carillon.scheduler.queue.QueueWorker;
import dev.carillon.scheduler.store.Transactions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The workers of all agents' lanes, each bounded by its agent's number of turns, and that of the
/// requests. An agent that the operator took out of the config while there was work for it has a
/// worker too, so that its chats are told instead of waiting for ever.
public final class LaneWorkers implements AutoCloseable {
    private static final int TURNS_OF_UNKNOWN_AGENTS = 4;
    private static final int MOST_ENDPOINTS = 16;

    private final AgentDirectory agents;
    private final Inbox inbox;
    private final QueueStore queues;
    private final Transactions transactions;
    private final QueueWork turns;
    private final WorkSignals signals;
    private final InstantSource clock;
    private final List<QueueWorker> workers = new ArrayList<>();
    private boolean closed;

    LaneWorkers(
            AgentDirectory agents,
            Inbox inbox,
            QueueStore queues,
            Transactions transactions,
            QueueWork turns,
            WorkSignals signals,
            InstantSource clock) {
        this.agents = agents;
        this.inbox = inbox;
        this.queues = queues;
        this.transactions = transactions;
        this.turns = turns;
        this.signals = signals;
        this.clock = clock;
    }

    public synchronized void start() {
        if (closed || !workers.isEmpty()) {
            return;
        }
        add(EndpointCalls.QUEUE, MOST_ENDPOINTS);
        agents.all().forEach(agent -> add(queue(agent.name()), agent.mostTurns()));
        inbox.agentsWithWork().stream()
                .filter(name -> agents.find(name).isEmpty())
                .forEach(name -> add(queue(name), TURNS_OF_UNKNOWN_AGENTS));
        workers.forEach(QueueWorker::start);
    }

    private static QueueKind queue(AgentName agent) {
        return QueueKind.ofAgent(agent.value());
    }

    private void add(QueueKind kind, int most) {
        QueueWorker worker = new QueueWorker(kind, queues, transactions, turns, clock, most);
        workers.add(worker);
        signals.add(worker);
    }

    @Override
    public synchronized void close() {
        closed = true;
        workers.forEach(QueueWorker::close);
    }
}
