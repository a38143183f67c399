package dev.carillon.scheduler.engine;

import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Spending;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.store.UnderWay;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Puts the engine and the service over it together. The clock and the [Handover] come from above.
@Factory
final class EngineFactory {
    @Singleton
    Ids ids() {
        return new Ids();
    }

    @Singleton
    Wakeup wakeup() {
        return new Wakeup();
    }

    /// Where the program knows no operator, as in tests of this module.
    @Singleton
    @Secondary
    GuardRails guardRails() {
        return GuardRails.DEFAULT;
    }

    @Singleton
    Brakes brakes(GuardRails rails, Attention attention, Spending spending, UnderWay underWay) {
        return new Brakes(rails, attention, spending, underWay);
    }

    @Singleton
    FiringEngine engine(
            ScheduleStore schedules,
            RunStore runs,
            Transactions transactions,
            Handover handover,
            Brakes brakes,
            InstantSource clock,
            Ids ids) {
        return new FiringEngine(schedules, runs, transactions, handover, brakes, clock, ids);
    }

    @Singleton
    @Bean(preDestroy = "close")
    EngineLoop loop(FiringEngine engine, Wakeup wakeup) {
        return new EngineLoop(engine, wakeup);
    }

    @Singleton
    Schedules schedules(
            ScheduleStore store,
            RunStore runs,
            Transactions transactions,
            FiringEngine engine,
            Wakeup wakeup,
            GuardRails rails,
            InstantSource clock,
            Ids ids) {
        return new Schedules(store, runs, transactions, engine, wakeup, rails, clock, ids);
    }
}
