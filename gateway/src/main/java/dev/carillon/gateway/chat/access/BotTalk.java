package dev.carillon.gateway.chat.access;

import dev.carillon.scheduler.Destination;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps two bots from answering each other for ever: a bot is answered a few times in a row; then
/// it is not heard until a person has spoken there, or it has been quiet for long. Counted in
/// memory: after a restart a talk may go on for as many messages again.
final class BotTalk {
    static final int MOST_IN_A_ROW = 5;
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_PLACES = 10_000;

    private final InstantSource clock;
    private final Map<Destination, Row> rows =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Destination, Row> eldest) {
                    return size() > MOST_PLACES;
                }
            };

    BotTalk(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void personSpoke(Destination destination) {
        rows.remove(chat(destination));
    }

    /// Whatever thread it is said in: bots that open threads would never come to an end.
    private static Destination chat(Destination destination) {
        return Destination.of(destination.gateway(), destination.chat());
    }

    /// Whether a bot may be answered now; counts it. What is told twice counts once.
    synchronized Turn botSpoke(Destination destination, String eventId) {
        Instant now = clock.instant();
        Destination chat = chat(destination);
        Row row = rows.get(chat);
        boolean isOver =
                row == null || Duration.between(row.last(), now).compareTo(FORGOTTEN_AFTER) > 0;
        if (row != null && row.eventId().equals(eventId)) {
            return row.count() <= MOST_IN_A_ROW ? Turn.ANSWERED : Turn.SILENCE;
        }
        int before = row == null || isOver ? 0 : row.count();
        rows.put(chat, new Row(Math.min(before, MOST_IN_A_ROW) + 1, now, eventId));
        if (before < MOST_IN_A_ROW) {
            return Turn.ANSWERED;
        }
        return before == MOST_IN_A_ROW ? Turn.SILENCE_BEGINS : Turn.SILENCE;
    }

    /// What becomes of what a bot said.
    enum Turn {
        ANSWERED,
        SILENCE_BEGINS,
        SILENCE
    }

    private record Row(int count, Instant last, String eventId) {}
}
