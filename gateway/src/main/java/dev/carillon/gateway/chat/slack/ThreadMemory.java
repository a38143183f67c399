package dev.carillon.gateway.chat.slack;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers in which threads the bot has spoken: who goes on there speaks to it, though Slack
/// tells only of replies to what the bot began.
final class ThreadMemory {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_AT_HAND = 5_000;

    private final String gateway;
    private final ThreadRows rows;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<String, Boolean> atHand =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_AT_HAND;
                        }
                    });

    ThreadMemory(String gateway, ThreadRows rows, Transactions transactions, InstantSource clock) {
        this.gateway = gateway;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    void spoke(Destination destination) {
        String thread = destination.thread();
        if (thread == null || atHand.put(destination.chat() + ":" + thread, true) != null) {
            return;
        }
        Instant now = clock.instant();
        transactions.run(() -> {
            rows.forget(now.minus(KEPT).toEpochMilli());
            rows.spoke(gateway, destination.chat(), thread, now.toEpochMilli());
        });
    }

    /// Another replica may have spoken there, so that a no is not kept.
    boolean hasSpoken(String channel, String thread) {
        String key = channel + ":" + thread;
        if (atHand.containsKey(key)) {
            return true;
        }
        boolean hasSpoken = rows.count(gateway, channel, thread) > 0;
        if (hasSpoken) {
            atHand.put(key, true);
        }
        return hasSpoken;
    }
}
