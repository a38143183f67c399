package dev.carillon.scheduler.queue;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.store.Dialect;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class QueueFactory {
    @Singleton
    QueueStore queues(QueueRows rows, Dialect dialect, Transactions transactions, Ids ids) {
        return new QueueStore(rows, dialect, transactions, ids.next());
    }
}
