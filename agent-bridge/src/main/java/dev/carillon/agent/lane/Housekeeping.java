package dev.carillon.agent.lane;

import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Forgets what nobody needs any more: which events were received, the answers to tool calls of
/// turns long over, and messages that platforms refused.
public final class Housekeeping {
    /// Platforms send an event again for minutes at most; a week leaves room for any outage.
    private static final Duration EVENTS = Duration.ofDays(7);

    private static final Duration CALLS = Duration.ofDays(7);
    private static final Duration REFUSED = Duration.ofDays(90);

    private final Inbox inbox;
    private final CallAnswers answers;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    Housekeeping(
            Inbox inbox,
            CallAnswers answers,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.inbox = inbox;
        this.answers = answers;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void tidyUp() {
        Instant now = clock.instant();
        transactions.run(() -> inbox.forgetBefore(now.minus(EVENTS)));
        transactions.run(() -> answers.deleteBefore(now.minus(CALLS)));
        transactions.run(() -> outbox.deleteFailedBefore(now.minus(REFUSED)));
    }
}
