package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.engine.Firing;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.GroupedWriter;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to enter the lanes. A platform is told that we have its message only after [#accept] has
/// returned.
public final class Inbox {
    private final InboxRows rows;
    private final ReceivedRows received;
    private final QueueStore queues;
    private final Attention attention;
    private final InstantSource clock;
    private final GroupedWriter<Arrival> writer;

    Inbox(
            InboxRows rows,
            ReceivedRows received,
            QueueStore queues,
            Attention attention,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.received = received;
        this.queues = queues;
        this.attention = attention;
        this.clock = clock;
        this.writer = new GroupedWriter<>(transactions, this::write);
    }

    /// Takes a message in, once; returns when it is safe on disk. What arrives at the same moment
    /// is committed together.
    public void accept(Arrival arrival) {
        writer.write(arrival);
    }

    /// The id that an event has here, if it has arrived.
    public Optional<String> idOf(String gateway, String eventId) {
        return received.itemId(Arrival.eventKey(gateway, eventId));
    }

    private void write(List<Arrival> arrivals) {
        Instant now = clock.instant();
        Set<String> known =
                new HashSet<>(received.known(arrivals.stream().map(Arrival::eventKey).toList()));
        List<Arrival> unknown =
                arrivals.stream().filter(arrival -> known.add(arrival.eventKey())).toList();
        if (unknown.isEmpty()) {
            return;
        }
        received.saveAll(
                unknown.stream()
                        .map(arrival ->
                                new ReceivedRow(
                                        arrival.eventKey(), now.toEpochMilli(), arrival.id()))
                        .toList());
        attention.signsOfLife(
                unknown.stream().map(arrival -> arrival.lane().destination()).toList());
        unknown.forEach(arrival -> arrival.alongside().run());
        rows.saveAll(unknown.stream().map(arrival -> row(arrival, now)).toList());
        queues.offerAll(unknown.stream().map(arrival -> offer(arrival.lane(), now)).toList());
    }

    /// Puts the tasks of firings into their lanes; joins the engine's transaction.
    void addAll(Collection<LanedFiring> firings, Instant now) {
        if (firings.isEmpty()) {
            return;
        }
        rows.saveAll(firings.stream().map(firing -> row(firing, now)).toList());
        queues.offerAll(
                firings.stream()
                        .map(firing ->
                                new QueueStore.Offer(firing.lane().key(), firing.queue(), now))
                        .toList());
    }

    /// The item a leased lane has to work on now. A task that waits for its next try holds up
    /// nobody who speaks meanwhile.
    Optional<InboxItem> oldest(Lease lane) {
        return rows.oldest(lane.queueKey(), clock.millis()).map(Inbox::item);
    }

    /// From when on a leased lane has something to do; nothing when it is empty.
    Optional<Instant> nextReady(Lease lane) {
        return rows.nextReady(lane.queueKey()).map(Instant::ofEpochMilli);
    }

    /// The agents that have something to work on, now or when one of their schedules is due.
    List<AgentName> agentsWithWork() {
        return rows.agentsWithWork().stream().map(AgentName::new).toList();
    }

    void countAttempt(InboxItem item) {
        rows.countAttempt(item.id());
    }

    /// The attempt was ended by us and says nothing about the item.
    void discountAttempt(InboxItem item) {
        rows.discountAttempt(item.id());
    }

    void postpone(InboxItem item, Instant until) {
        rows.postpone(item.id(), until.toEpochMilli());
    }

    void delete(InboxItem item) {
        rows.delete(item.id());
    }

    /// Forgets which events have arrived before an instant.
    public void forgetBefore(Instant instant) {
        received.deleteBefore(instant.toEpochMilli());
    }

    private static QueueStore.Offer offer(Lane lane, Instant now) {
        return new QueueStore.Offer(lane.key(), QueueKind.ofAgent(lane.agent().value()), now);
    }

    private static InboxRow row(Arrival arrival, Instant now) {
        Lane lane = arrival.lane();
        boolean isPress = arrival.content() instanceof Arrival.Content.Press;
        return new InboxRow(
                arrival.id(),
                lane.key(),
                lane.destination().gateway(),
                lane.destination().chat(),
                lane.destination().thread(),
                lane.agent().value(),
                lane.side(),
                isPress ? InboxItem.Kind.PRESSED.name() : InboxItem.Kind.SAID.name(),
                arrival.sender().id(),
                arrival.sender().name(),
                text(arrival.content()),
                messageId(arrival.content()),
                null,
                0,
                0,
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    private static String text(Arrival.Content content) {
        return switch (content) {
            case Arrival.Content.Words words -> words.text();
            case Arrival.Content.Press press -> press.action().code();
        };
    }

    private static @Nullable String messageId(Arrival.Content content) {
        return switch (content) {
            case Arrival.Content.Words _ -> null;
            case Arrival.Content.Press press -> press.messageId();
        };
    }

    private static InboxRow row(LanedFiring laned, Instant now) {
        Lane lane = laned.lane();
        Firing firing = laned.firing();
        return new InboxRow(
                laned.id(),
                lane.key(),
                lane.destination().gateway(),
                lane.destination().chat(),
                lane.destination().thread(),
                lane.agent().value(),
                lane.side(),
                laned.kind().name(),
                null,
                null,
                firing.schedule().payload().text(),
                null,
                firing.run().id().value(),
                firing.lateBy().toMillis(),
                0,
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    private static InboxItem item(InboxRow row) {
        return new InboxItem(
                row.id(),
                InboxItem.Kind.valueOf(row.kind()),
                lane(row),
                row.senderId() == null
                        ? null
                        : new Person(
                                row.senderId(),
                                row.senderName() == null ? row.senderId() : row.senderName()),
                row.text(),
                row.messageId(),
                row.runId() == null ? null : new RunId(row.runId()),
                Duration.ofMillis(row.lateBy()),
                row.attempts(),
                Instant.ofEpochMilli(row.notBefore()),
                Instant.ofEpochMilli(row.receivedAt()));
    }

    private static Lane lane(InboxRow row) {
        return new Lane(
                new Destination(row.gateway(), row.chat(), row.thread()),
                new AgentName(row.agent()),
                row.side());
    }

    /// A firing and the lane its work runs in.
    record LanedFiring(String id, Lane lane, InboxItem.Kind kind, Firing firing) {
        private QueueKind queue() {
            return kind == InboxItem.Kind.ENDPOINT
                    ? EndpointCalls.QUEUE
                    : QueueKind.ofAgent(lane.agent().value());
        }
    }
}
