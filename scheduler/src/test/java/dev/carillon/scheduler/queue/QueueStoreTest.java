package dev.carillon.scheduler.queue;

import static dev.carillon.scheduler.testing.TestApplication.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.scheduler.store.Dialect;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
class QueueStoreTest {
    private static TestApplication application;

    @Parameter TestDatabase database;

    private static final QueueKind KIND = QueueKind.ofAgent("main");
    private final Transactions transactions = application.bean(Transactions.class);
    private final QueueStore store = replica("one");
    private final QueueStore other = replica("two");

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
    void whatIsOfferedIsClaimedOnceAndLongestWaitingFirst() {
        offer("late", START);
        offer("early", START.minusSeconds(1));
        offer("future", START.plusMillis(1));
        store.offerAll(List.of(new QueueStore.Offer("foreign", QueueKind.ofGateway("web"), START)));

        List<Lease> claimed = store.claim(KIND, START, 10);

        assertThat(claimed).extracting(Lease::queueKey).containsExactly("early", "late");
        assertThat(other.claim(KIND, START, 10)).isEmpty();
        assertThat(store.earliestReady(KIND)).contains(START.plusMillis(1));
    }

    @Test
    void noMoreIsClaimedThanAskedFor() {
        offer("a", START);
        offer("b", START.plusMillis(1));

        assertThat(store.claim(KIND, START.plusSeconds(1), 1))
                .extracting(Lease::queueKey)
                .containsExactly("a");
        assertThat(other.claim(KIND, START.plusSeconds(1), 9))
                .extracting(Lease::queueKey)
                .containsExactly("b");
    }

    /// A batch that writes two items into one queue; PostgreSQL changes no row twice in a
    /// statement.
    @Test
    void aQueueMayBeOfferedSeveralTimesInOneBatchAndTheEarliestCounts() {
        store.offerAll(
                List.of(
                        new QueueStore.Offer("a", KIND, START.plusSeconds(9)),
                        new QueueStore.Offer("b", KIND, START),
                        new QueueStore.Offer("a", KIND, START.plusSeconds(3)),
                        new QueueStore.Offer("a", KIND, START.plusSeconds(5))));
        store.offerAll(List.of());
        offer("a", START.plusSeconds(7));

        assertThat(store.claim(KIND, START.plusSeconds(3), 9)).hasSize(2);
    }

    @Test
    void aQueueGivenBackWithMoreToDoIsClaimedAgainWithTheNextEpoch() {
        offer("a", START);
        Lease first = store.claim(KIND, START, 1).getFirst();

        store.release(first, START.plusSeconds(2));

        assertThat(store.claim(KIND, START.plusSeconds(1), 1)).isEmpty();
        Lease second = other.claim(KIND, START.plusSeconds(2), 1).getFirst();
        assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
    }

    @Test
    void aQueueGivenBackEmptyRestsUntilItIsOfferedAgain() {
        offer("a", START);
        store.release(store.claim(KIND, START, 1).getFirst(), null);
        boolean idle = store.earliestReady(KIND).isEmpty();

        offer("a", START.plusSeconds(5));

        assertThat(idle).isTrue();
        assertThat(store.claim(KIND, START.plusSeconds(5), 1)).hasSize(1);
    }

    @Test
    void aLeaseThatRunsOutIsTakenByAnotherAndLostToItsHolder() {
        offer("a", START);
        Lease lost = store.claim(KIND, START, 1).getFirst();
        Instant end = START.plus(QueueStore.LEASE);
        boolean tooEarly = other.claim(KIND, end.minusMillis(1), 1).isEmpty();

        Lease taken = other.claim(KIND, end, 1).getFirst();

        assertThat(tooEarly).isTrue();
        assertThatThrownBy(() -> transactions.run(() -> store.check(lost)))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.release(lost, null)).isInstanceOf(LeaseLost.class);
        transactions.run(() -> other.check(taken));
        other.release(taken, null);
        assertThatThrownBy(() -> other.release(taken, null)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void aRenewedLeaseLastsLongerAndALostOneIsNotRenewed() {
        offer("kept", START);
        offer("lost", START);
        List<Lease> leases = store.claim(KIND, START, 2);
        Instant later = START.plus(QueueStore.LEASE);
        store.renewAll(
                leases.stream().filter(lease -> lease.queueKey().equals("kept")).toList(),
                START.plusSeconds(10));
        List<Lease> taken = other.claim(KIND, later, 2);

        store.renewAll(leases, later.plusSeconds(15));

        assertThat(taken).extracting(Lease::queueKey).containsExactly("lost");
        assertThat(other.claim(KIND, later.plus(QueueStore.LEASE), 2))
                .extracting(Lease::queueKey)
                .containsExactly("lost");
    }

    /// The renewal may run between the release and the moment the worker forgets the lease.
    @Test
    void renewingALeaseThatWasGivenBackDoesNotTakeItAgain() {
        offer("a", START);
        Lease lease = store.claim(KIND, START, 1).getFirst();
        store.release(lease, START);

        store.renewAll(List.of(lease), START);

        assertThat(other.claim(KIND, START, 1)).hasSize(1);
    }

    @Test
    void afterARestartOfTheOnlyProcessNothingWaitsForOldLeases() {
        offer("a", START);
        Lease old = store.claim(KIND, START, 1).getFirst();

        other.releaseAll();

        assertThatThrownBy(() -> store.release(old, null)).isInstanceOf(LeaseLost.class);
        assertThat(other.claim(KIND, START, 1)).hasSize(1);
    }

    /// What is offered between the look at a queue and its release must not be overlooked.
    @Test
    void anOfferDuringTheReleaseIsNotLost() throws Exception {
        offer("a", START);
        Lease lease = store.claim(KIND, START, 1).getFirst();
        Thread[] offering = new Thread[1];

        transactions.run(() -> {
            store.check(lease);
            offering[0] = Thread.ofPlatform().start(() -> offer("a", START));
            store.release(lease, null);
        });
        offering[0].join();

        assertThat(store.claim(KIND, START, 1)).hasSize(1);
    }

    @Test
    void aQueueNeverHasTwoHolders() throws Exception {
        List<QueueStore.Offer> offers =
                IntStream.range(0, 200)
                        .mapToObj(each -> new QueueStore.Offer("queue-" + each, KIND, START))
                        .toList();
        store.offerAll(offers);
        Set<Lease> claimed = ConcurrentHashMap.newKeySet();
        List<Lease> all = new ArrayList<>();

        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            List<Future<List<Lease>>> results = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                QueueStore replica = replica("replica-" + i);
                results.add(executor.submit(() -> claimAll(replica)));
            }
            for (Future<List<Lease>> result : results) {
                all.addAll(result.get());
            }
        }

        claimed.addAll(all);
        assertThat(all).hasSize(200);
        assertThat(claimed).hasSize(200);
    }

    /// Micronaut Data once hid it: for a batch it answers how many rows it was given.
    @Test
    void ofManyLeasesOneThatWasLostIsNoticed() {
        offer("a", START);
        offer("b", START);
        List<Lease> stale = store.claim(KIND, START, 9);
        Instant later = START.plus(QueueStore.LEASE).plusSeconds(1);
        List<Lease> fresh = other.claim(KIND, later, 1);

        transactions.run(() -> other.checkAll(fresh));

        assertThatThrownBy(() -> transactions.run(() -> store.checkAll(stale)))
                .isInstanceOf(LeaseLost.class);
    }

    private static List<Lease> claimAll(QueueStore replica) {
        List<Lease> all = new ArrayList<>();
        while (replica.earliestReady(KIND).filter(ready -> !ready.isAfter(START)).isPresent()) {
            all.addAll(replica.claim(KIND, START, 7));
        }
        return all;
    }

    private void offer(String key, Instant readyAt) {
        store.offerAll(List.of(new QueueStore.Offer(key, KIND, readyAt)));
    }

    private QueueStore replica(String holder) {
        return new QueueStore(
                application.bean(QueueRows.class),
                application.bean(Dialect.class),
                transactions,
                holder);
    }
}
