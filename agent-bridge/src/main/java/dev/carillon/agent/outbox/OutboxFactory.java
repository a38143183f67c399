package dev.carillon.agent.outbox;

import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.queue.QueueStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class OutboxFactory {
    @Singleton
    Outbox outbox(OutboxRows rows, ReleaseRows releases, QueueStore queues, Ids ids) {
        return new Outbox(rows, releases, queues, ids);
    }
}
