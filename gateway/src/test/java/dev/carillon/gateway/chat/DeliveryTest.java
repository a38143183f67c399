package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.agent.testing.ScriptedAgent;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.LeaseLost;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.MortalDriver;
import dev.carillon.scheduler.testing.SampleSchedules;
import dev.carillon.scheduler.testing.TestApplication;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeliveryTest {
    private static final String GATEWAY = "telegram";
    private static final QueueKind KIND = QueueKind.ofGateway(GATEWAY);
    private static final Destination KITCHEN = Destination.of(GATEWAY, "kitchen");
    private static final Destination OFFICE = Destination.of(GATEWAY, "office");

    private static LaneApplication application;

    @Parameter TestDatabase database;

    private FakeAdapter platform = new FakeAdapter(GATEWAY, FakeAdapter.LIMITS, false);

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        application =
                LaneApplication.on(MortalDriver.mortal(database.create()), new ScriptedAgent());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        application.close();
    }

    @BeforeEach
    void reset() {
        application.reset();
    }

    @AfterEach
    void revive() {
        MortalDriver.revive();
    }

    @Test
    void messagesOfADestinationLeaveInOrder() {
        for (int i = 0; i < 50; i++) {
            post(KITCHEN, "kitchen " + i);
            post(OFFICE, "office " + i);
        }

        deliver();

        assertThat(platform.shown(KITCHEN)).hasSize(50).isEqualTo(numbered("kitchen ", 50));
        assertThat(platform.shown(OFFICE)).isEqualTo(numbered("office ", 50));
        assertThat(waiting()).isZero();
    }

    /// The wait counts from the platform's answer, however long the sending took.
    @Test
    void aPlatformThatAsksToWaitIsObeyed() {
        post(KITCHEN, "one");
        post(KITCHEN, "two");
        platform.answers(_ -> {
            application.clock().advance(Duration.ofSeconds(7));
            return new SendResult.RateLimited(Duration.ofSeconds(10));
        });
        deliver();
        assertThat(platform.attempts()).hasSize(1);
        platform.answers(_ -> null);

        application.clock().advance(Duration.ofMillis(9_999));
        deliver();
        assertThat(platform.attempts()).as("a millisecond early").hasSize(1);
        application.clock().advance(Duration.ofMillis(1));
        deliver();

        assertThat(platform.shown()).containsExactly("one", "two");
    }

    @Test
    void whatThePlatformCouldNotTakeIsTriedAgainAfterGrowingWaits() {
        post(KITCHEN, "one");
        post(KITCHEN, "two");
        platform.answers(_ -> new SendResult.Unavailable("no route"));
        List<Duration> waits = new ArrayList<>();
        Instant before = application.clock().instant();

        deliver();
        for (int tries = 1; tries <= 12; tries++) {
            Instant next = nextReady();
            waits.add(Duration.between(before, next));
            before = next;
            application.clock().set(next);
            deliver();
            assertThat(platform.attempts()).hasSize(tries + 1);
        }
        platform.answers(_ -> null);
        application.clock().advance(Duration.ofMinutes(5));
        deliver();

        assertThat(waits)
                .startsWith(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8))
                .endsWith(Duration.ofMinutes(5));
        assertThat(platform.shown()).as("never a copy, so no remark").containsExactly("one", "two");
    }

    @Test
    void whatCannotBeDeliveredForADayIsGivenUp() {
        post(KITCHEN, "one");
        platform.answers(_ -> new SendResult.Unavailable("no route"));

        for (int tries = 0; tries < 310; tries++) {
            deliver();
            application.clock().advance(Duration.ofMinutes(5));
        }

        assertThat(platform.attempts()).hasSize(300);
        assertThat(application.rows("SELECT status, error FROM outbox"))
                .containsExactly("FAILED|no route");
    }

    @Test
    void aRefusedMessageFailsItsRunAndTheNextGoesOn() {
        remind("not allowed");
        remind("allowed");
        platform.answers(part ->
                part.message().text().startsWith("not")
                        ? new SendResult.Refused("the chat is gone")
                        : null);

        application.pass(Duration.ofMinutes(1));
        deliver();

        assertThat(platform.shown()).containsExactly("allowed");
        assertThat(
                        application.rows(
                                """
                                SELECT status, delivery, COALESCE(error, ''),
                                    COALESCE(platform_message_id, '')
                                FROM run ORDER BY id
                                """))
                .containsExactly("SUCCEEDED|FAILED|the chat is gone|", "SUCCEEDED|DELIVERED||m1");
    }

    @Test
    void aPartWithoutAnAnswerIsRepeatedWithARemark() {
        post(KITCHEN, "one");
        platform.answers(part -> {
            platform.take(part);
            return new SendResult.Unknown("connection lost");
        });
        deliver();
        platform.answers(_ -> null);

        application.clock().advance(Duration.ofSeconds(1));
        deliver();

        assertThat(platform.shown()).hasSize(2).first().isEqualTo("one");
        assertThat(platform.shown().getLast()).startsWith("one").contains("sent again");
    }

    @Test
    void aPartThatBreaksTheAdapterIsTriedAgain() {
        post(KITCHEN, "one");
        platform.answers(_ -> {
            throw new IllegalStateException("a bug in the adapter");
        });
        deliver();
        platform.answers(_ -> null);

        application.clock().advance(Duration.ofSeconds(1));
        deliver();

        assertThat(platform.shown()).hasSize(1);
    }

    @Test
    void aPlatformThatRecognisesRepeatsShowsNoCopy() {
        platform = new FakeAdapter(GATEWAY, FakeAdapter.LIMITS, true);
        post(KITCHEN, "one");
        platform.answers(part -> {
            platform.take(part);
            return new SendResult.Unknown("connection lost");
        });
        deliver();
        platform.answers(_ -> null);

        application.clock().advance(Duration.ofSeconds(1));
        deliver();

        assertThat(platform.shown()).containsExactly("one");
        assertThat(waiting()).isZero();
    }

    /// Also with the remark a part must fit.
    @Test
    void aLongTextIsSplitAndARepeatFitsToo() {
        String text = "word ".repeat(1000).strip();
        post(KITCHEN, text);
        AtomicInteger sent = new AtomicInteger();
        platform.answers(part ->
                sent.incrementAndGet() == 2 ? new SendResult.Unknown("connection lost") : null);

        deliver();
        application.clock().advance(Duration.ofSeconds(1));
        deliver();

        assertThat(platform.shown())
                .hasSizeGreaterThan(4)
                .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(1000));
        assertThat(platform.shown().get(1)).contains("sent again");
        assertThat(String.join(" ", platform.shown()).replaceAll("\\s+_\\(sent again.*?\\)_", ""))
                .isEqualTo(text);
    }

    /// Only the first part carries the tag and takes the place of what it edits.
    @Test
    void whatIsSplitIsOneMessageToPeople() {
        OutboundMessage.Tag tag =
                new OutboundMessage.Tag("s1", "r1", 1, null, "every day", "look", null);
        OutboundMessage message =
                new OutboundMessage(
                        "word ".repeat(500),
                        TranscriptEntry.Origin.SCHEDULE,
                        tag,
                        List.of(),
                        List.of(),
                        "m0",
                        null);
        post(KITCHEN, message);

        deliver();

        assertThat(platform.attempts()).hasSizeGreaterThan(2);
        assertThat(platform.attempts().getFirst().message())
                .extracting(OutboundMessage::tag, OutboundMessage::edits)
                .containsExactly(tag, "m0");
        assertThat(platform.attempts().subList(1, platform.attempts().size()))
                .allSatisfy(part -> {
                    assertThat(part.message().tag()).isNull();
                    assertThat(part.message().edits()).isNull();
                });
    }

    /// The process is killed at each step of a delivery in three parts. Nothing is lost; at most
    /// the part that was on its way comes twice, and says so.
    @Test
    void aProcessKilledAtAnyStepLosesNothingAndRepeatsOnePartAtMost() {
        String text = String.join(" ", numbered("word-", 300));
        for (boolean done : new boolean[] {false, true}) {
            for (int step = 1; step <= stepsOfOneDelivery(text); step++) {
                application.reset();
                platform = new FakeAdapter(GATEWAY, FakeAdapter.LIMITS, false);
                post(KITCHEN, text);
                post(KITCHEN, "the next");

                dieAt(step, done);
                finish();

                List<String> shown = platform.shown();
                assertThat(shown.stream().filter(part -> part.contains("sent again")).count())
                        .as("repeats after step %s", step)
                        .isLessThanOrEqualTo(1);
                assertThat(withoutRepeats(shown))
                        .as("shown after step %s", step)
                        .isEqualTo(text + " the next");
            }
        }
    }

    /// Where the platform recognises repeats, nothing is ever seen twice.
    @Test
    void aProcessKilledAtAnyStepShowsEverythingOnceWhereRepeatsAreRecognised() {
        for (boolean done : new boolean[] {false, true}) {
            for (int step = 1; step <= 12; step++) {
                application.reset();
                platform = new FakeAdapter(GATEWAY, FakeAdapter.LIMITS, true);
                for (int i = 0; i < 25; i++) {
                    remind("reminder " + i);
                }
                application.pass(Duration.ofMinutes(1));

                dieAt(step, done);
                finish();

                assertThat(platform.shown())
                        .as("shown after step %s, whatever is said of being late", step)
                        .extracting(text -> text.replaceAll("\n.*", ""))
                        .isEqualTo(numbered("reminder ", 25));
                assertThat(application.rows("SELECT DISTINCT status, delivery FROM run"))
                        .containsExactly("SUCCEEDED|DELIVERED");
            }
        }
    }

    /// Else who writes much would have us break the platform's word with each message.
    @Test
    void aWaitIsKeptWhateverElseIsToBeSaidThere() {
        post(KITCHEN, "one");
        platform.answers(_ -> new SendResult.RateLimited(Duration.ofSeconds(30)));
        Delivery delivery = delivery();
        deliver(delivery);

        for (int i = 0; i < 5; i++) {
            application.clock().advance(Duration.ofSeconds(5));
            post(KITCHEN, "more " + i);
            deliver(delivery);
        }
        assertThat(platform.attempts()).hasSize(1);

        platform.answers(_ -> null);
        application.clock().advance(Duration.ofSeconds(6));
        deliver(delivery);
        assertThat(platform.shown())
                .containsExactly("one", "more 0", "more 1", "more 2", "more 3", "more 4");
    }

    @Test
    void whoLostTheLeaseSendsAndRecordsNothing() {
        post(KITCHEN, "one");
        Delivery delivery = delivery();
        Lease stale = claim().getFirst();
        application.clock().advance(QueueStore.LEASE.plusSeconds(1));
        Lease fresh = claim().getFirst();

        assertThatThrownBy(() -> delivery.work(stale)).isInstanceOf(LeaseLost.class);
        assertThat(platform.shown()).isEmpty();
        delivery.work(fresh);

        assertThat(platform.shown()).containsExactly("one");
    }

    @Test
    void thePaceOfADestinationIsKept() {
        platform = new FakeAdapter(GATEWAY, FakeAdapter.paced(2, Duration.ofSeconds(10)), false);
        Delivery delivery = delivery();
        for (int i = 0; i < 4; i++) {
            post(KITCHEN, "kitchen " + i);
        }
        post(OFFICE, "office 0");

        deliver(delivery);
        assertThat(platform.shown(KITCHEN)).hasSize(2);
        assertThat(platform.shown(OFFICE)).hasSize(1);
        application.clock().advance(Duration.ofSeconds(5));
        deliver(delivery);
        assertThat(platform.shown(KITCHEN)).hasSize(3);
        application.clock().advance(Duration.ofSeconds(5));
        deliver(delivery);

        assertThat(platform.shown(KITCHEN)).isEqualTo(numbered("kitchen ", 4));
    }

    /// Waiting for a pace is no attempt: nothing is ever given up because of it.
    @Test
    void waitingForAPaceIsNoAttempt() {
        platform = new FakeAdapter(GATEWAY, FakeAdapter.paced(1, Duration.ofHours(1)), false);
        Delivery delivery = delivery();
        post(KITCHEN, "one");
        post(KITCHEN, "two");

        deliver(delivery);

        assertThat(application.rows("SELECT attempts, in_doubt FROM outbox"))
                .containsExactly("0|0");
    }

    @Test
    void aDeadPlatformHoldsUpNoOther() throws InterruptedException {
        platform.answers(_ -> {
            java.util.concurrent.locks.LockSupport.park();
            return new SendResult.Unavailable("interrupted");
        });
        FakeAdapter other = new FakeAdapter("slack", FakeAdapter.LIMITS, false);
        for (int i = 0; i < 100; i++) {
            post(Destination.of(GATEWAY, "dead " + i), "lost");
            post(Destination.of("slack", "alive " + i), "hello");
        }

        try (Deliveries deliveries = deliveries(List.of(platform, other))) {
            deliveries.start();
            Eventually.until(() -> other.shown().size() == 100);
        }

        assertThat(platform.shown()).isEmpty();
    }

    private int stepsOfOneDelivery(String text) {
        application.reset();
        platform = new FakeAdapter(GATEWAY, FakeAdapter.LIMITS, false);
        post(KITCHEN, text);
        Delivery delivery = delivery();
        MortalDriver.dieAt(Integer.MAX_VALUE, false);
        deliver(delivery);
        int steps = MortalDriver.revive();
        assertThat(steps).isGreaterThan(10);
        return steps;
    }

    private void dieAt(int step, boolean done) {
        Delivery delivery = delivery();
        MortalDriver.dieAt(step, done);
        try {
            deliver(delivery);
        } catch (RuntimeException _) {
            // The process is dead from here on.
        } finally {
            MortalDriver.revive();
        }
    }

    /// A new process, after the leases of the dead one ran out.
    private void finish() {
        Delivery delivery = delivery();
        Eventually.until(() -> {
            application.clock().advance(QueueStore.LEASE.plusSeconds(1));
            deliver(delivery);
            return waiting() == 0;
        });
    }

    /// What people read, when they take the copies out that say they are copies.
    private static String withoutRepeats(List<String> shown) {
        List<String> read = new ArrayList<>();
        for (String part : shown) {
            String text = part.replaceAll("\\s+_\\(sent again.*?\\)_", "");
            boolean isCopy = !text.equals(part) && !read.isEmpty() && read.getLast().equals(text);
            if (!isCopy) {
                read.add(text);
            }
        }
        return String.join(" ", read);
    }

    private void remind(String text) {
        Destination chat = KITCHEN;
        application
                .bean(Schedules.class)
                .create(
                        new dev.carillon.scheduler.Terms(
                                null,
                                chat,
                                LaneApplication.AGENT,
                                SampleSchedules.at(
                                        TestApplication.START.plus(Duration.ofMinutes(1))),
                                new dev.carillon.scheduler.Payload.Message(text),
                                dev.carillon.scheduler.Policies.defaultsFor(
                                        SampleSchedules.at(TestApplication.START))),
                        SampleSchedules.ANNA,
                        null);
    }

    private void post(Destination destination, String text) {
        post(destination, OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of()));
    }

    private void post(Destination destination, OutboundMessage message) {
        application.run(() ->
                application
                        .bean(Outbox.class)
                        .addAll(
                                List.of(new Outbox.Posting(destination, message, null)),
                                application.clock().instant()));
    }

    private Delivery delivery() {
        return new Delivery(
                platform,
                application.bean(Outbox.class),
                application.bean(RunStore.class),
                application.bean(Attention.class),
                application.bean(Transactions.class),
                application.clock());
    }

    private Deliveries deliveries(List<ChatAdapter> adapters) {
        return new Deliveries(
                adapters,
                application.bean(Outbox.class),
                application.bean(RunStore.class),
                application.bean(Attention.class),
                application.bean(QueueStore.class),
                application.bean(Transactions.class),
                new dev.carillon.agent.lane.WorkSignals(),
                application.clock());
    }

    private void deliver() {
        deliver(delivery());
    }

    /// Until nothing can be sent now.
    private void deliver(Delivery delivery) {
        for (List<Lease> leases = claim(); !leases.isEmpty(); leases = claim()) {
            leases.forEach(delivery::work);
        }
    }

    private List<Lease> claim() {
        return application.bean(QueueStore.class).claim(KIND, application.clock().instant(), 1000);
    }

    private Instant nextReady() {
        return application.bean(QueueStore.class).earliestReady(KIND).orElseThrow();
    }

    private static long waiting() {
        return application.number("SELECT COUNT(*) FROM outbox WHERE status = 'PENDING'");
    }

    private static List<String> numbered(String prefix, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(prefix + i);
        }
        return texts;
    }
}
