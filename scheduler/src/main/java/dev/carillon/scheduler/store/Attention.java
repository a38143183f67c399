package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether anybody listens: how much schedules have delivered to a chat since its people last wrote
/// something or pressed a button, and whether anything can be said there at all. Threads of a chat
/// count together. Every method joins the caller's transaction.
public final class Attention {
    /// The reason of runs that were skipped because nothing can be said in their chat.
    public static final String CLOSED = "chat_closed";

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
                            .map(each -> UnreadRow.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /// Somebody in each of these chats has written or pressed a button. Where nothing could be said
    /// something can be again.
    public void signsOfLife(Collection<Destination> chats) {
        List<String> keys = chats.stream().map(Attention::key).distinct().sorted().toList();
        if (!keys.isEmpty()) {
            rows.deleteAll(keys);
        }
    }

    /// How things are in chats; those where nothing is unread and that are open are left out. By
    /// [#key].
    public Map<String, Chat> chats(Collection<Destination> chats) {
        List<String> keys = chats.stream().map(Attention::key).distinct().toList();
        Map<String, Chat> found = new HashMap<>();
        if (!keys.isEmpty()) {
            rows.findAll(keys)
                    .forEach(row -> found.put(row.chat(), new Chat(row.deliveries(), closed(row))));
        }
        return found;
    }

    /// Nothing can be said in a chat until somebody is heard of there, or it is opened.
    ///
    /// @param why in words for people
    /// @return whether something could before
    public boolean close(Destination chat, String why, Instant at) {
        return rows.close(key(chat), why, at.toEpochMilli()) == 1;
    }

    /// Why nothing can be said in a chat, if so.
    public Optional<Closed> closed(Destination chat) {
        return Optional.ofNullable(chats(List.of(chat)).get(key(chat))).map(Chat::closed);
    }

    /// Something can be said in a chat again, in which all is as if it were new.
    ///
    /// @return why nothing could; nothing if something could
    public Optional<Closed> open(Destination chat) {
        Optional<Closed> closed = closed(chat);
        closed.ifPresent(_ -> signsOfLife(List.of(chat)));
        return closed;
    }

    private static @Nullable Closed closed(UnreadRow row) {
        return row.closed() == null || row.closedAt() == null
                ? null
                : new Closed(row.closed(), Instant.ofEpochMilli(row.closedAt()));
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

    /// @param unread how much was delivered there without a sign of life
    /// @param closed absent when something can be said there
    public record Chat(int unread, @Nullable Closed closed) {}

    /// Nothing can be said in a chat.
    ///
    /// @param why in words for people
    public record Closed(String why, Instant since) {}
}
