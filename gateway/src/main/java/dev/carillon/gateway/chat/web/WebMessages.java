package dev.carillon.gateway.chat.web;

import dev.carillon.scheduler.store.GroupedWriter;
import dev.carillon.scheduler.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The messages of the web chat in the database. A message that is sent twice is shown once.
public final class WebMessages {
    private static final String AFTER_ALL = "~";
    private static final int PAGE = 500;

    private final WebMessageRows rows;
    private final GroupedWriter<WebMessageRow> writer;

    WebMessages(WebMessageRows rows, Transactions transactions) {
        this.rows = rows;
        this.writer = new GroupedWriter<>(transactions, rows::insertAll);
    }

    /// Adds a message as part of the caller's transaction.
    void add(WebMessage message) {
        rows.insertAll(List.of(WebMessageRow.of(message)));
    }

    /// Shows a message; those that come at the same moment are committed together.
    void show(WebMessage message) {
        writer.write(WebMessageRow.of(message));
    }

    /// Puts the outcome of a press in the place of a message's buttons.
    ///
    /// @return whether the chat has such a message
    boolean setOutcome(String chat, String messageId, String outcome, Instant now) {
        if (find(chat, messageId).isEmpty()) {
            return false;
        }
        rows.setOutcome(messageId, chat, outcome, now.toEpochMilli());
        return true;
    }

    public Optional<WebMessage> find(String chat, String messageId) {
        return rows.findById(messageId)
                .map(WebMessageRow::message)
                .filter(message -> message.chat().equals(chat));
    }

    /// The latest messages of a chat, oldest first.
    public List<WebMessage> latest(String chat, int most) {
        return rows.latest(chat, AFTER_ALL, most).stream()
                .map(WebMessageRow::message)
                .toList()
                .reversed();
    }

    /// The messages before another, oldest first.
    public List<WebMessage> before(String chat, String messageId, int most) {
        return rows.latest(chat, messageId, most).stream()
                .map(WebMessageRow::message)
                .toList()
                .reversed();
    }

    /// What was added or changed in a chat at or after an instant, in that order. Tells only which
    /// that is: it is asked for often, and nearly always nothing of it is news.
    List<Change> changedSince(String chat, Instant since) {
        return rows.changedSince(chat, since.toEpochMilli()).stream().map(Change::parse).toList();
    }

    /// The messages of changes, in their order.
    List<WebMessage> read(List<Change> changes) {
        List<WebMessage> read = new ArrayList<>(changes.size());
        for (int from = 0; from < changes.size(); from += PAGE) {
            List<String> ids =
                    changes.subList(from, Math.min(from + PAGE, changes.size())).stream()
                            .map(Change::id)
                            .toList();
            Map<String, WebMessage> found = new HashMap<>();
            rows.findAll(ids).forEach(row -> found.put(row.id(), row.message()));
            ids.stream().map(found::get).filter(Objects::nonNull).forEach(read::add);
        }
        return read;
    }

    /// The chats in which something was said.
    public List<String> chats() {
        return rows.chats();
    }

    /// A message that was added or changed, and when.
    record Change(Instant at, String id) {
        private static Change parse(String text) {
            int space = text.indexOf(' ');
            return new Change(
                    Instant.ofEpochMilli(Long.parseLong(text, 0, space, 10)),
                    text.substring(space + 1));
        }
    }
}
