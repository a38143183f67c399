package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.outbox.OutboxItem;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.testing.SampleSchedules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// What happens in the lanes of a [LaneApplication], step by step.
final class LaneScene {
    static final AgentName AGENT = LaneApplication.AGENT;
    static final Person ANNA = new Person("anna", "Anna");
    static final Destination CHAT = Destination.of("web", "kitchen");
    static final Lane LANE = Lane.of(CHAT, AGENT);

    static final QueueKind LANES = QueueKind.ofAgent(AGENT.value());

    private final LaneApplication application;

    LaneScene(LaneApplication application) {
        this.application = application;
    }

    static Destination chat(String name) {
        return Destination.of("web", name);
    }

    /// Anna says something in the kitchen.
    void say(String text) {
        say(CHAT, text);
    }

    void say(Destination chat, String text) {
        String id = application.bean(Ids.class).next();
        accept(chat, "event-" + id, text, () -> {});
    }

    void accept(Destination chat, String eventId, String text, Runnable alongside) {
        application
                .bean(Inbox.class)
                .accept(
                        new Arrival(
                                application.bean(Ids.class).next(),
                                Lane.of(chat, AGENT),
                                eventId,
                                ANNA,
                                new Arrival.Content.Words(text),
                                alongside));
    }

    /// Leases lanes that have something to do.
    List<Lease> claim() {
        return application.bean(QueueStore.class).claim(LANES, application.clock().instant(), 1000);
    }

    void work(Lease lease) {
        application.bean(TurnRunner.class).work(lease);
    }

    /// Works until no lane has anything to do now.
    void workOff() {
        for (List<Lease> leases = claim(); !leases.isEmpty(); leases = claim()) {
            leases.forEach(this::work);
        }
    }

    Schedule remind(Destination chat, Duration in, String text) {
        return create(chat, in(in), new Payload.Message(text), policies -> policies);
    }

    Schedule task(Duration in, String text, UnaryOperator<Policies> policies) {
        return create(CHAT, in(in), new Payload.Task(text), policies);
    }

    Schedule taskEvery(Duration interval, String text, UnaryOperator<Policies> policies) {
        Trigger trigger =
                new Trigger.Every(interval, application.clock().instant(), SampleSchedules.BERLIN);
        return create(CHAT, trigger, new Payload.Task(text), policies);
    }

    /// All that schedules have said so far arrives in the chat.
    void arrive() {
        RunStore runs = application.bean(RunStore.class);
        List<RunStore.RunDelivery> pending =
                runs.since(Instant.EPOCH, null, 100).stream()
                        .filter(run -> run.delivery() == Run.Delivery.PENDING)
                        .map(run ->
                                new RunStore.RunDelivery(
                                        run.id(), Run.Delivery.DELIVERED, null, null))
                        .toList();
        application.run(() -> {
            runs.recordDeliveries(pending);
            application.bean(Attention.class).delivered(Collections.nCopies(pending.size(), CHAT));
        });
    }

    private Trigger in(Duration in) {
        return new Trigger.At(application.clock().instant().plus(in), SampleSchedules.BERLIN);
    }

    private Schedule create(
            Destination chat, Trigger trigger, Payload payload, UnaryOperator<Policies> policies) {
        Terms terms =
                new Terms(
                        null,
                        chat,
                        AGENT,
                        trigger,
                        payload,
                        policies.apply(Policies.defaultsFor(trigger)));
        return application.bean(Schedules.class).create(terms, Owner.person(ANNA.id()), null);
    }

    /// The texts that wait to be sent to a chat, in order.
    List<String> outgoing(Destination chat) {
        return messages(chat).stream().map(OutboundMessage::text).toList();
    }

    List<OutboundMessage> messages(Destination chat) {
        return application
                .bean(Outbox.class)
                .oldest(new Lease("outlet:" + chat.key(), QueueKind.ofGateway("web"), 0), 5000)
                .stream()
                .map(OutboxItem::message)
                .toList();
    }

    List<String> outgoing() {
        return outgoing(CHAT);
    }

    /// What the session of a lane remembers, as `user: text` and `agent: text`.
    List<String> session(Lane lane) {
        return application
                .bean(Transcripts.class)
                .session(lane, null, application.clock().instant())
                .stream()
                .map(entry ->
                        entry.role().name().toLowerCase(java.util.Locale.ROOT)
                                + ": "
                                + entry.text())
                .toList();
    }

    /// The runs, oldest first, as `status delivery reason`.
    List<String> runs() {
        return application.rows(
                "SELECT status, delivery, COALESCE(reason, '') FROM run ORDER BY due_at, id");
    }

    long inbox() {
        return application.number("SELECT COUNT(*) FROM inbox");
    }
}
