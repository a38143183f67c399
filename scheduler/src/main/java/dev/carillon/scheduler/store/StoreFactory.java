package dev.carillon.scheduler.store;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/// Puts the stores of schedules and runs together.
@Factory
final class StoreFactory {
    @Singleton
    Dialect dialect(@Value("${datasources.default.url}") String url) {
        return Dialect.ofUrl(url);
    }

    @Singleton
    Transactions transactions(TransactionOperations<Connection> operations) {
        return new Transactions(operations);
    }

    @Singleton
    ScheduleStore schedules(
            ScheduleRows rows,
            AdvancedRows advancedRows,
            Dialect dialect,
            Transactions transactions) {
        return new ScheduleStore(rows, advancedRows, dialect, transactions);
    }

    @Singleton
    RunStore runs(RunRows rows, DeliveredRows deliveredRows) {
        return new RunStore(rows, deliveredRows);
    }

    @Singleton
    Attention attention(UnreadRows rows) {
        return new Attention(rows);
    }

    @Singleton
    UnderWay underWay(UnderWayRows rows) {
        return new UnderWay(rows);
    }

    @Singleton
    Spending spending(SpentRows rows) {
        return new Spending(rows);
    }

    @Singleton
    CallAnswers callAnswers(CallAnswerRows rows, Transactions transactions) {
        return new CallAnswers(rows, transactions);
    }
}
