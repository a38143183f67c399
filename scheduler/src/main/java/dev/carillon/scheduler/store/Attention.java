package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Destination;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whether anybody listens: how much schedules have delivered to a chat since its people last wrote
/// something or pressed a button. Threads of a chat count together. Every method joins the caller's
/// transaction.
public final class Attention {
    private final UnreadRows rows;

    Attention(UnreadRows rows) {
        this.rows = rows;
    }

    /// Something that a schedule said has arrived in each of these chats.
    public void delivered(Collection<Destination> chats) {
        // Sorted, so that two who write at once do not wait for each other in a circle.
        Map<String, Integer> counts = new TreeMap<>();
        chats.forEach(chat -> counts.merge(key(chat), 1, Integer::sum));
        if (!counts.isEmpty()) {
            rows.addAll(
                    counts.entrySet().stream()
                            .map(each -> new UnreadRow(each.getKey(), each.getValue(), 0))
                            .toList());
        }
    }

    /// Somebody in each of these chats has written or pressed a button.
    public void signsOfLife(Collection<Destination> chats) {
        List<String> keys = chats.stream().map(Attention::key).distinct().sorted().toList();
        if (!keys.isEmpty()) {
            rows.deleteAll(keys);
        }
    }

    /// How much is unread in chats; those where nothing is are left out. By [#key].
    public Map<String, Integer> unread(Collection<Destination> chats) {
        List<String> keys = chats.stream().map(Attention::key).distinct().toList();
        Map<String, Integer> unread = new HashMap<>();
        if (!keys.isEmpty()) {
            rows.findAll(keys).forEach(row -> unread.put(row.chat(), row.deliveries()));
        }
        return unread;
    }

    /// Notes that a chat is told that its schedules wait.
    ///
    /// @return whether it was not noted before
    public boolean markTold(Destination chat) {
        return rows.markTold(key(chat)) == 1;
    }

    /// A chat without its threads, as a key.
    public static String key(Destination chat) {
        return Destination.of(chat.gateway(), chat.chat()).key();
    }
}
