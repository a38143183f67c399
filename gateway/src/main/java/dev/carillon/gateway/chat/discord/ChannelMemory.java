package dev.carillon.gateway.chat.discord;

import dev.carillon.scheduler.store.Transactions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is kept of one gateway: its channels and how far each was taken in. How far is written to
/// the database now and then: what is fetched twice because of that is recognised by the inbox.
final class ChannelMemory {
    private final String gateway;
    private final ChannelRows rows;
    private final Transactions transactions;
    private final Map<String, ChannelRow> known = new HashMap<>();
    private final Set<String> unwritten = new HashSet<>();

    ChannelMemory(String gateway, ChannelRows rows, Transactions transactions) {
        this.gateway = gateway;
        this.rows = rows;
        this.transactions = transactions;
    }

    /// Learns how far others came.
    void load() {
        List<ChannelRow> stored = rows.all(gateway);
        synchronized (this) {
            stored.forEach(this::merge);
        }
    }

    synchronized List<ChannelRow> all() {
        return List.copyOf(known.values());
    }

    synchronized Optional<Place> place(String channel) {
        return Optional.ofNullable(known.get(channel)).map(ChannelRow::place);
    }

    /// A message was taken in, and so were all before it.
    synchronized void taken(Place place, long message) {
        merge(new ChannelRow(gateway, place.channel(), place.parent(), place.guild(), message));
        unwritten.add(place.channel());
    }

    private void merge(ChannelRow row) {
        known.merge(
                row.channel(),
                row,
                (one, other) -> one.lastMessage() > other.lastMessage() ? one : other);
    }

    void flush() {
        List<ChannelRow> taken;
        synchronized (this) {
            taken = unwritten.stream().map(this::find).filter(Objects::nonNull).toList();
            unwritten.clear();
        }
        if (!taken.isEmpty()) {
            transactions.run(() -> rows.keepAll(taken));
        }
    }

    private @Nullable ChannelRow find(String channel) {
        return known.get(channel);
    }

    void forget(String channel) {
        synchronized (this) {
            known.remove(channel);
            unwritten.remove(channel);
        }
        transactions.run(() -> rows.forget(gateway, channel));
    }

    Optional<String> commands(String application) {
        return rows.commands(application);
    }

    void setCommands(String application, String hash) {
        transactions.run(() -> rows.setCommands(application, hash));
    }
}
