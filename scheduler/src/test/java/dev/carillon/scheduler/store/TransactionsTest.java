package dev.carillon.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TransactionsTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final Transactions transactions = application.bean(Transactions.class);
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application = TestApplication.on(database);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @Test
    void workInsideWorkIsPartOfTheOuterTransaction() {
        assertThatThrownBy(() ->
                        transactions.run(() -> {
                            transactions.run(() -> insert("inner"));
                            throw new IllegalStateException("outer fails");
                        }))
                .hasMessage("outer fails");

        assertThat(rows()).isZero();
        assertThat(transactions.isActive()).isFalse();
    }

    @Test
    void whatIsCommittedStays() {
        String result =
                transactions.write(() -> {
                    assertThat(transactions.isActive()).isTrue();
                    insert("a");
                    return transactions.write(() -> "inner result");
                });

        assertThat(result).isEqualTo("inner result");
        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505"})
    void workIsRepeatedFromItsStartWhenSomebodyElseWasInTheWay(String state) {
        transactions.run(() -> {
            insert("key");
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("in the way", state));
            }
        });

        assertThat(attempts).hasValue(3);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aRowThatWasChangedMeanwhileRepeatsTheWork() {
        transactions.run(() -> {
            if (attempts.incrementAndGet() < 2) {
                throw new RowChanged("a row", new IllegalStateException());
            }
        });

        assertThat(attempts).hasValue(2);
    }

    @Test
    void workIsNotRepeatedForEver() {
        assertThatThrownBy(() ->
                        transactions.run(() -> {
                            attempts.incrementAndGet();
                            throw new IllegalStateException(new SQLException("always", "40001"));
                        }))
                .hasRootCauseMessage("always");

        assertThat(attempts).hasValue(5);
    }

    @Test
    void otherFailuresAreNotRepeated() {
        assertThatThrownBy(() ->
                        transactions.run(() -> {
                            attempts.incrementAndGet();
                            throw new IllegalStateException("bug");
                        }))
                .hasMessage("bug");

        assertThat(attempts).hasValue(1);
    }

    /// The inner work cannot be repeated alone: PostgreSQL refuses all further statements of a
    /// transaction in which one failed.
    @Test
    void aConflictInInnerWorkRepeatsTheOuterWork() {
        transactions.run(() -> {
            insert("outer");
            transactions.run(() -> {
                if (attempts.incrementAndGet() < 2) {
                    throw new IllegalStateException(new SQLException("deadlock", "40P01"));
                }
            });
        });

        assertThat(attempts).hasValue(2);
        assertThat(rows()).isEqualTo(1);
    }

    /// Micronaut throws the driver's checked exceptions undeclared.
    @Test
    void aFailureOfTheDriverIsNoCheckedException() {
        Transactions failing =
                new Transactions(new FailingOperations(new SQLException("disk is full", "53100")));

        assertThatThrownBy(() -> failing.run(() -> {}))
                .isInstanceOf(StoreException.class)
                .hasRootCauseMessage("disk is full");
    }

    /// What remains of a database that cannot begin a transaction.
    private record FailingOperations(SQLException failure)
            implements TransactionOperations<Connection> {
        @Override
        public Connection getConnection() {
            throw new IllegalStateException("no connection");
        }

        @Override
        public boolean hasConnection() {
            return false;
        }

        @Override
        public Optional<? extends TransactionStatus<?>> findTransactionStatus() {
            return Optional.empty();
        }

        @Override
        public <R> R execute(
                TransactionDefinition definition, TransactionCallback<Connection, R> callback) {
            FailingOperations.<RuntimeException>sneak(failure);
            throw new AssertionError("not reached");
        }

        @SuppressWarnings("unchecked")
        private static <E extends Exception> void sneak(Exception failure) throws E {
            throw (E) failure;
        }
    }

    private static void insert(String key) {
        application.execute("INSERT INTO call_answer VALUES ('" + key + "', 'answer', 0)");
    }

    private static long rows() {
        return application.number("SELECT COUNT(*) FROM call_answer");
    }
}
