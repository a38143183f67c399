package dev.carillon.gateway.chat;

import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.queue.QueueWorker;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import java.time.InstantSource;
import java.util.List;

/// The workers that deliver, one for each gateway: a platform that is slow or down holds up no
/// other.
public final class Deliveries implements AutoCloseable {
    private static final int DESTINATIONS_AT_ONCE = 64;

    private final List<QueueWorker> workers;

    public Deliveries(
            List<ChatAdapter> adapters,
            Outbox outbox,
            RunStore runs,
            Attention attention,
            QueueStore queues,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        this.workers =
                adapters.stream()
                        .map(adapter ->
                                new QueueWorker(
                                        QueueKind.ofGateway(adapter.gateway()),
                                        queues,
                                        transactions,
                                        new Delivery(
                                                adapter,
                                                outbox,
                                                runs,
                                                attention,
                                                transactions,
                                                clock),
                                        clock,
                                        DESTINATIONS_AT_ONCE))
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
