package dev.carillon.gateway.chat.access;

import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class AccessFactory {
    @Singleton
    Pairings pairings(
            PairingRows rows,
            Outbox outbox,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        return new Pairings(rows, outbox, transactions, signals, clock);
    }

    @Singleton
    Doorkeeper doorkeeper(Pairings pairings, InstantSource clock) {
        return new Doorkeeper(pairings, clock);
    }
}
