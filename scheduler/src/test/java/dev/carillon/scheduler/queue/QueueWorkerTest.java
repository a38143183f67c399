package dev.carillon.scheduler.queue;

import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class QueueWorkerTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private static final QueueKind KIND = QueueKind.ofGateway("telegram");
    private final QueueStore store = application.bean(QueueStore.class);
    private final Transactions transactions = application.bean(Transactions.class);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final CountDownLatch go = new CountDownLatch(1);

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
    void everyQueueIsWorkedOnAndNeverMoreThanTheBoundAtOnce() {
        AtomicInteger most = new AtomicInteger();
        QueueWork work =
                lease -> {
                    atWork.add(lease.queueKey());
                    most.accumulateAndGet(atWork.size(), Math::max);
                    finish(lease);
                };
        offer(40);
        try (QueueWorker worker = worker(work, 3)) {
            worker.start();

            Eventually.until(() -> done.size() == 40);
        }

        assertThat(done).doesNotHaveDuplicates();
        assertThat(most.get()).isBetween(1, 3);
        assertThat(store.earliestReady(KIND)).isEmpty();
    }

    @Test
    void longWorkDelaysNoOtherQueue() {
        offer(10);
        try (QueueWorker worker =
                worker(
                        lease -> {
                            if (lease.queueKey().equals("queue-0")) {
                                await(go);
                            }
                            finish(lease);
                        },
                        2)) {
            worker.start();

            Eventually.until(() -> done.size() == 9);
            go.countDown();
            Eventually.until(() -> done.size() == 10);
        }

        assertThat(done.getLast()).isEqualTo("queue-0");
    }

    @Test
    void workThatFailsIsDoneAgainLater() {
        AtomicInteger attempts = new AtomicInteger();
        offer(1);
        try (QueueWorker worker =
                worker(
                        lease -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new IllegalStateException("platform is away");
                            }
                            finish(lease);
                        },
                        2)) {
            worker.start();
            Eventually.until(() -> attempts.get() == 1 && readyAt().isAfter(START));
            Instant again = readyAt();
            application.clock().set(again);
            worker.signal();
            Eventually.until(() -> done.size() == 1);

            assertThat(again).isEqualTo(START.plusSeconds(5));
        }

        assertThat(attempts).hasValue(2);
    }

    @Test
    void workThatOutlastsItsLeaseKeepsIt() {
        offer(1);
        try (QueueWorker worker =
                        worker(
                                lease -> {
                                    atWork.add(lease.queueKey());
                                    await(go);
                                    finish(lease);
                                },
                                2);
                QueueWorker other = worker(this::finish, 2)) {
            worker.start();
            Eventually.until(() -> atWork.size() == 1);
            for (int minute = 0; minute < 4; minute++) {
                application.clock().advance(Duration.ofSeconds(15));
                Instant now = application.clock().instant();
                worker.signal();
                Eventually.until(() -> heldUntil().isAfter(now.plusSeconds(15)));

                assertThat(other.startReady()).isZero();
            }
            go.countDown();
            Eventually.until(() -> done.size() == 1);
        }
    }

    /// It was away for too long, say in a laptop that slept; another replica has done its work.
    @Test
    void whoLostHisLeaseCannotCommit() {
        offer(1);
        AtomicInteger late = new AtomicInteger();
        QueueWorker slow =
                worker(
                        lease -> {
                            atWork.add(lease.queueKey());
                            await(go);
                            late.incrementAndGet();
                            finish(lease);
                        },
                        1);
        assertThat(slow.startReady()).isEqualTo(1);
        Eventually.until(() -> atWork.size() == 1);
        application.clock().advance(QueueStore.LEASE);

        try (QueueWorker quick = worker(this::finish, 1)) {
            assertThat(quick.startReady()).isEqualTo(1);
            Eventually.until(() -> done.size() == 1);
            go.countDown();
            Eventually.until(() -> late.get() == 1);
        }
        slow.close();

        assertThat(done).hasSize(1);
        assertThat(application.number("SELECT COUNT(*) FROM call_answer")).isEqualTo(1);
    }

    @Test
    void closingInterruptsTheWorkAndLeavesItForTheNextStart() {
        offer(1);
        QueueWorker worker =
                worker(
                        lease -> {
                            atWork.add(lease.queueKey());
                            await(go);
                            finish(lease);
                        },
                        1);
        worker.start();
        Eventually.until(() -> atWork.size() == 1);

        worker.close();
        worker.close();
        worker.start();

        assertThat(done).isEmpty();
        assertThat(worker.startReady()).isZero();
        try (QueueWorker next = worker(this::finish, 1)) {
            next.start();
            Eventually.until(() -> done.size() == 1);
        }
    }

    @Test
    void itCanBeStartedAndStoppedTwiceAndStoppedBeforeItsStart() {
        for (int round = 0; round < 50; round++) {
            QueueWorker worker = worker(this::finish, 1);
            if (round % 3 != 0) {
                worker.start();
            }
            if (round % 3 == 2) {
                worker.start();
            }
            worker.close();
            worker.close();
            worker.start();
        }

        offer(1);
        try (QueueWorker worker = worker(this::finish, 1)) {
            worker.start();
            Eventually.until(() -> done.size() == 1);
        }
    }

    @Test
    void whateverIsThrownTheThreadThatLooksForWorkGoesOn() {
        AtomicInteger looks = new AtomicInteger();
        InstantSource troubled =
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new StackOverflowError("not even an exception");
                    }
                    return application.clock().instant();
                };
        offer(1);
        try (QueueWorker worker =
                new QueueWorker(KIND, store, transactions, this::finish, troubled, 1)) {
            worker.start();

            Eventually.until(() -> done.size() == 1);
        }
    }

    /// Ends the work as all work ends: its outcome and the release in one transaction.
    private void finish(Lease lease) {
        transactions.run(() -> {
            application.execute(
                    "INSERT INTO call_answer VALUES ('%s/%d', '', 0)"
                            .formatted(lease.queueKey(), lease.epoch()));
            store.release(lease, null);
        });
        atWork.remove(lease.queueKey());
        done.add(lease.queueKey());
    }

    private void offer(int count) {
        store.offerAll(
                IntStream.range(0, count)
                        .mapToObj(each -> new QueueStore.Offer("queue-" + each, KIND, START))
                        .toList());
    }

    private static Instant readyAt() {
        return Instant.ofEpochMilli(application.number("SELECT ready_at FROM queue"));
    }

    private static Instant heldUntil() {
        return Instant.ofEpochMilli(application.number("SELECT held_until FROM queue"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private QueueWorker worker(QueueWork work, int most) {
        return new QueueWorker(KIND, store, transactions, work, application.clock(), most);
    }
}
