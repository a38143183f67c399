package dev.carillon.agent.lane;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.config.Excerpt;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What was said in groups in the presence of the bot and not answered: the latest of it is context
/// for the moment when the agent is called. Bounded for each place, and forgotten after a day.
public final class Overheard {
    private static final int LONGEST = 2000;

    private final OverheardRows rows;
    private final ReceivedRows received;
    private final Attention attention;
    private final Transactions transactions;
    private final InstantSource clock;

    Overheard(
            OverheardRows rows,
            ReceivedRows received,
            Attention attention,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.received = received;
        this.attention = attention;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Keeps what was said, once; returns when it is safe on disk. That somebody speaks is a sign
    /// of life in any case.
    ///
    /// @param most how many are kept for this place; 0: none
    public void keep(Arrival arrival, int most) {
        transactions.run(() -> {
            if (received.itemId(arrival.eventKey()).isPresent()) {
                return;
            }
            Instant now = clock.instant();
            arrival.alongside().run();
            received.saveAll(
                    List.of(new ReceivedRow(arrival.eventKey(), now.toEpochMilli(), arrival.id())));
            attention.signsOfLife(List.of(arrival.lane().destination()));
            if (most > 0 && arrival.content() instanceof Arrival.Content.Words words) {
                rows.save(row(arrival, words.text(), arrival.saidAt(now)));
                rows.keepLatest(place(arrival.lane().destination()), most);
            }
        });
    }

    private static OverheardRow row(Arrival arrival, String text, Instant at) {
        return new OverheardRow(
                arrival.id(),
                place(arrival.lane().destination()),
                arrival.sender().name(),
                Excerpt.of(text, LONGEST),
                at.toEpochMilli());
    }

    /// What was said before something arrived, in its place; where that is a thread in which
    /// nothing has been said yet, also in the chat that the thread has come out of. Oldest first.
    ///
    /// @param itemId the id of what arrived
    List<TranscriptEntry> around(Destination destination, String itemId, boolean isNothingSaid) {
        return places(destination, isNothingSaid).stream()
                .flatMap(place -> rows.before(place, itemId).stream())
                .map(Overheard::entry)
                .toList();
    }

    /// The same, for the last time; joins the caller's transaction.
    List<TranscriptEntry> takeAround(
            Destination destination, String itemId, boolean isNothingSaid) {
        List<TranscriptEntry> entries = around(destination, itemId, isNothingSaid);
        if (!entries.isEmpty()) {
            places(destination, isNothingSaid).forEach(place -> rows.deleteBefore(place, itemId));
        }
        return entries;
    }

    private static List<String> places(Destination destination, boolean isNothingSaid) {
        Destination chat = Destination.of(destination.gateway(), destination.chat());
        return isNothingSaid && destination.thread() != null
                ? List.of(place(chat), place(destination))
                : List.of(place(destination));
    }

    void forgetBefore(Instant instant) {
        rows.deleteOlder(instant.toEpochMilli());
    }

    private static TranscriptEntry entry(OverheardRow row) {
        return new TranscriptEntry(
                row.id(),
                TranscriptEntry.Role.USER,
                TranscriptEntry.Origin.CHAT,
                row.senderName(),
                row.text(),
                Instant.ofEpochMilli(row.at()),
                null,
                null);
    }

    private static String place(Destination destination) {
        return destination.key();
    }
}
