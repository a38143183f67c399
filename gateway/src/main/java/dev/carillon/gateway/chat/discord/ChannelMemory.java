package dev.carillon.gateway.chat.discord;

import dev.carillon.scheduler.store.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is kept of one gateway in the database: its channels and how far each was taken in. How far
/// is written now and then: what is fetched twice because of that is recognised by the inbox.
final class ChannelMemory {
    private final String gateway;
    private final ChannelRows rows;
    private final Transactions transactions;
    private final Map<String, ChannelRow> unwritten = new HashMap<>();

    ChannelMemory(String gateway, ChannelRows rows, Transactions transactions) {
        this.gateway = gateway;
        this.rows = rows;
        this.transactions = transactions;
    }

    List<ChannelRow> all() {
        flush();
        return rows.all(gateway);
    }

    Optional<Place> place(String channel) {
        return rows.find(gateway, channel)
                .map(row -> new Place(row.channel(), row.parent(), row.guild()));
    }

    /// A message was taken in, and so were all before it.
    synchronized void taken(Place place, long message) {
        unwritten.merge(
                place.channel(),
                new ChannelRow(gateway, place.channel(), place.parent(), place.guild(), message),
                (one, other) -> one.lastMessage() > other.lastMessage() ? one : other);
    }

    void flush() {
        List<ChannelRow> taken;
        synchronized (this) {
            taken = List.copyOf(unwritten.values());
            unwritten.clear();
        }
        if (!taken.isEmpty()) {
            transactions.run(() -> rows.keepAll(taken));
        }
    }

    void forget(String channel) {
        transactions.run(() -> rows.forget(gateway, channel));
    }

    Optional<String> commands(String application) {
        return rows.commands(application);
    }

    void setCommands(String application, String hash) {
        transactions.run(() -> rows.setCommands(application, hash));
    }
}
