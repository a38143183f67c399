package dev.carillon.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class GroupedWriterTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private final Transactions transactions = application.bean(Transactions.class);
    private final List<List<String>> groups = new CopyOnWriteArrayList<>();

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
    void writesThatWaitTogetherAreCommittedTogether() throws Exception {
        List<String> values = values(200);

        List<Throwable> failures = writeAllWhileOneIsHeld(values, this::insertAll);

        assertThat(failures).isEmpty();
        assertThat(rows()).isEqualTo(201);
        assertThat(groups).hasSize(2);
        assertThat(groups.getLast()).hasSize(200);
    }

    @Test
    void oneBadWriteFailsAloneAndLeavesItsNeighboursTheirs() throws Exception {
        List<String> values = new ArrayList<>(values(20));
        values.add("bad");

        List<Throwable> failures =
                writeAllWhileOneIsHeld(
                        values,
                        group -> {
                            insertAll(group);
                            if (group.contains("bad")) {
                                throw new IllegalStateException("bad");
                            }
                        });

        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("bad");
        assertThat(rows()).isEqualTo(21);
    }

    /// Whose turn it is to write for all is chance; that its thread is to end must not fail others.
    @Test
    void anInterruptedWriterStillWritesForItsNeighbours() throws Exception {
        GroupedWriter<String> writer = new GroupedWriter<>(transactions, this::insertAll);
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            writer.write("value");
                            interrupted.add(Thread.currentThread().isInterrupted());
                        });
        thread.join();

        assertThat(rows()).isEqualTo(1);
        assertThat(interrupted).containsExactly(true);
    }

    @Test
    void anErrorLeavesNobodyWaiting() throws Exception {
        List<Throwable> failures =
                writeAllWhileOneIsHeld(
                        values(5),
                        group -> {
                            insertAll(group);
                            if (group.size() > 1) {
                                throw new AssertionError("broken");
                            }
                        });

        assertThat(failures).hasSize(5);
        assertThat(rows()).isEqualTo(1);
    }

    /// Others' writes would become part of that transaction and be lost with it.
    @Test
    void aGroupedWriteInsideATransactionIsRefused() {
        GroupedWriter<String> writer = new GroupedWriter<>(transactions, this::insertAll);

        assertThatThrownBy(() -> transactions.run(() -> writer.write("value")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows()).isZero();
    }

    /// Holds one write until all others wait, so that they form one group.
    private List<Throwable> writeAllWhileOneIsHeld(
            List<String> values, Consumer<List<String>> batchWrite) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        GroupedWriter<String> writer =
                new GroupedWriter<>(
                        transactions,
                        group -> {
                            if (group.contains("held")) {
                                started.countDown();
                                await(held);
                            }
                            batchWrite.accept(group);
                        });
        List<Throwable> failures = new ArrayList<>();
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            Future<?> first = executor.submit(() -> writer.write("held"));
            started.await();
            List<Future<?>> rest = new ArrayList<>();
            for (String value : values) {
                rest.add(executor.submit(() -> writer.write(value)));
            }
            while (writer.waiting() < values.size()) {
                Thread.onSpinWait();
            }
            held.countDown();
            for (Future<?> each : rest) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            assertThat(first.isCancelled()).isFalse();
        }
        return failures;
    }

    private void insertAll(List<String> group) {
        groups.add(group);
        for (String value : group) {
            application.execute("INSERT INTO call_answer VALUES ('" + value + "', 'a', 0)");
        }
    }

    private static List<String> values(int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add("value-" + i);
        }
        return values;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long rows() {
        return application.number("SELECT COUNT(*) FROM call_answer");
    }
}
