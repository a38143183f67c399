package dev.carillon.gateway.chat;

import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.engine.FiringEngine;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Measures how fast messages that are due at the same moment reach a platform that takes each at
/// once: the firing with all its rows, and the delivery with its records. Prints a line for each
/// database, for a platform that recognises repeats and for one that does not.
///
/// Run it like the scheduler's `FiringBenchmark`, with the class path of this module's tests and
/// the numbers of messages and of chats.
public final class DeliveryBenchmark {
    private static final String GATEWAY = "stub";
    private static final int CHUNK = 5_000;

    private DeliveryBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int chats = arguments.length > 1 ? Integer.parseInt(arguments[1]) : messages / 10;
        for (TestDatabase database : TestDatabase.values()) {
            for (boolean recognisesRepeats : new boolean[] {true, false}) {
                measure(database, messages, chats, recognisesRepeats);
            }
        }
    }

    private static void measure(
            TestDatabase database, int messages, int chats, boolean recognisesRepeats)
            throws InterruptedException {
        try (LaneApplication application = LaneApplication.on(database, new ScriptedAgent())) {
            store(application, messages, chats);
            application.clock().advance(Duration.ofMinutes(1));
            Stub stub = new Stub(messages, recognisesRepeats);
            try (Deliveries deliveries = deliveries(application, stub)) {
                long start = System.nanoTime();
                application.bean(FiringEngine.class).fireAllDue();
                long fired = System.nanoTime();
                deliveries.start();
                stub.all.await();
                while (application.number("SELECT COUNT(*) FROM outbox") > 0) {
                    Thread.onSpinWait();
                }
                long end = System.nanoTime();
                System.out.printf(
                        "%s, repeats %s: %,d messages to %,d chats, fired at %,d/s, delivered at"
                                + " %,d/s, both at %,d/s%n",
                        database,
                        recognisesRepeats ? "recognised" : "not recognised",
                        messages,
                        chats,
                        perSecond(messages, fired - start),
                        perSecond(messages, end - fired),
                        perSecond(messages, end - start));
            }
        }
    }

    private static long perSecond(int messages, long nanos) {
        return messages * Duration.ofSeconds(1).toNanos() / nanos;
    }

    private static Deliveries deliveries(LaneApplication application, ChatAdapter adapter) {
        return new Deliveries(
                List.of(adapter),
                application.bean(Outbox.class),
                application.bean(RunStore.class),
                application.bean(Attention.class),
                application.bean(QueueStore.class),
                application.bean(Transactions.class),
                new WorkSignals(),
                application.clock());
    }

    private static void store(LaneApplication application, int messages, int chats) {
        Trigger trigger =
                new Trigger.At(
                        application.clock().instant().plusSeconds(60), SampleSchedules.BERLIN);
        for (int first = 0; first < messages; first += CHUNK) {
            int from = first;
            application.run(() -> {
                for (int i = from; i < Math.min(from + CHUNK, messages); i++) {
                    Terms terms =
                            new Terms(
                                    null,
                                    Destination.of(GATEWAY, "chat-" + i % chats),
                                    LaneApplication.AGENT,
                                    trigger,
                                    new Payload.Message("message " + i),
                                    Policies.defaultsFor(trigger));
                    application.bean(Schedules.class).create(terms, SampleSchedules.ANNA, null);
                }
            });
        }
    }

    /// Takes everything at once.
    private static final class Stub implements ChatAdapter {
        private final CountDownLatch all;
        private final boolean recognisesRepeats;

        Stub(int messages, boolean recognisesRepeats) {
            this.all = new CountDownLatch(messages);
            this.recognisesRepeats = recognisesRepeats;
        }

        @Override
        public String gateway() {
            return GATEWAY;
        }

        @Override
        public void start() {}

        @Override
        public SendResult send(Part part) {
            all.countDown();
            return new SendResult.Delivered(part.key());
        }

        @Override
        public Limits limits() {
            return FakeAdapter.LIMITS;
        }

        @Override
        public boolean recognisesRepeats() {
            return recognisesRepeats;
        }

        @Override
        public void close() {}
    }
}
