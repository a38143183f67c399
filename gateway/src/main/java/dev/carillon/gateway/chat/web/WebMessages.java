package dev.carillon.gateway.chat.web;

import dev.carillon.scheduler.store.GroupedWriter;
import dev.carillon.scheduler.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The messages of the web chat in the database. A message that is sent twice is shown once.
public final class WebMessages {
    private static final String FROM_THE_FIRST = "";
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

    /// What was added or changed in a chat at or after an instant, in that order.
    List<WebMessage> changedSince(String chat, Instant since) {
        List<WebMessage> changed = new ArrayList<>();
        Instant from = since;
        String after = FROM_THE_FIRST;
        while (true) {
            List<WebMessageRow> page = rows.changedSince(chat, from.toEpochMilli(), after, PAGE);
            page.forEach(row -> changed.add(row.message()));
            if (page.size() < PAGE) {
                return changed;
            }
            from = changed.getLast().changedAt();
            after = changed.getLast().id();
        }
    }

    /// The chats in which something was said.
    public List<String> chats() {
        return rows.chats();
    }
}
