package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.scheduler.AgentName;
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

/// What is to enter the lanes. A platform is told that we have its message only after [#accept] has
/// returned.
public final class Inbox {
    /// So many times the debounce somebody is let talk on before the agent gets to work.
    private static final int MOST_WAITS = 5;

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
        unknown.forEach(arrival -> letWait(arrival, now));
        rows.saveAll(unknown.stream().map(arrival -> InboxRow.of(arrival, now)).toList());
        queues.offerAll(unknown.stream().map(arrival -> offer(arrival, now)).toList());
    }

    /// What the same person said a moment ago waits for this, but not for ever.
    private void letWait(Arrival arrival, Instant now) {
        Duration debounce = arrival.debounce();
        if (debounce.isPositive()) {
            rows.stretch(
                    arrival.lane().key(),
                    arrival.sender().id(),
                    now.plus(debounce).toEpochMilli(),
                    now.toEpochMilli(),
                    now.minus(debounce.multipliedBy(MOST_WAITS)).toEpochMilli());
        }
    }

    /// Puts the tasks of firings into their lanes; joins the engine's transaction.
    void addAll(Collection<LanedFiring> firings, Instant now) {
        if (firings.isEmpty()) {
            return;
        }
        rows.saveAll(firings.stream().map(firing -> InboxRow.of(firing, now)).toList());
        queues.offerAll(
                firings.stream()
                        .map(firing ->
                                new QueueStore.Offer(firing.lane().key(), firing.queue(), now))
                        .toList());
    }

    /// The item a leased lane has to work on now. A task that waits for its next try holds up
    /// nobody who speaks meanwhile. What one person said in quick succession is one item.
    Optional<InboxItem> oldest(Lease lane) {
        long now = clock.millis();
        return rows.oldest(lane.queueKey(), now)
                .map(first ->
                        first.debounce() == 0
                                ? first.item(List.of())
                                : first.item(rows.after(lane.queueKey(), now, first.id())));
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
        rows.countAttempt(item.rows());
    }

    /// The attempt was ended by us and says nothing about the item.
    void discountAttempt(InboxItem item) {
        rows.discountAttempt(item.rows());
    }

    void postpone(InboxItem item, Instant until) {
        rows.postpone(item.rows(), until.toEpochMilli());
    }

    void delete(InboxItem item) {
        rows.delete(item.rows());
    }

    /// Forgets which events have arrived before an instant.
    public void forgetBefore(Instant instant) {
        received.deleteBefore(instant.toEpochMilli());
    }

    private static QueueStore.Offer offer(Arrival arrival, Instant now) {
        Lane lane = arrival.lane();
        return new QueueStore.Offer(
                lane.key(), QueueKind.ofAgent(lane.agent().value()), now.plus(arrival.debounce()));
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
