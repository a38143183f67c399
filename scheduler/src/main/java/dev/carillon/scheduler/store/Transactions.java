package dev.carillon.scheduler.store;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs work in a database transaction. Work inside work joins the outer transaction. Work may be
/// run again from its start when another replica was in the way (a deadlock, a number taken), so it
/// must have no effect outside the database.
public final class Transactions {
    private static final int ATTEMPTS = 5;
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "23505");

    private final TransactionOperations<Connection> operations;

    public Transactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    public <T extends @Nullable Object> T write(Supplier<T> work) {
        if (isActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isRepeatable(e)) {
                    throw e;
                }
            }
        }
    }

    /// Micronaut lets the driver's checked exceptions through undeclared, past every `catch
    /// (RuntimeException)` of the loops above.
    private <T extends @Nullable Object> T attempt(Supplier<T> work) {
        try {
            return operations.execute(TransactionDefinition.DEFAULT, status -> work.get());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException("the transaction failed", e);
        }
    }

    public void run(Runnable work) {
        this.<@Nullable Void>write(() -> {
            work.run();
            return null;
        });
    }

    boolean isActive() {
        return operations.findTransactionStatus().isPresent();
    }

    private static boolean isRepeatable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RowChanged) {
                return true;
            }
            if (cause instanceof SQLException sql && REPEATABLE.contains(state(sql))) {
                return true;
            }
        }
        return false;
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
