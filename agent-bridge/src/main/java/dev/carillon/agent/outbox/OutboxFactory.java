package dev.carillon.agent.outbox;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class OutboxFactory {
    @Singleton
    Outbox outbox(OutboxRows rows, ReleaseRows releases, QueueStore queues, Ids ids) {
        return new Outbox(rows, releases, queues, ids);
    }

    @Singleton
    Strays strays(Outbox outbox, RunStore runs, Transactions transactions) {
        return new Strays(outbox, runs, transactions);
    }
}
