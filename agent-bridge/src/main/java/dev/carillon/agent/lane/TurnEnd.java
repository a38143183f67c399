package dev.carillon.agent.lane;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Silence;
import dev.carillon.agent.Usage;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.agent.endpoint.EndpointReport;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueKind;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Spending;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Commits what came out of a turn, all of it or nothing: what was said, what goes out, the result
/// of the run, and that the item is done. A turn whose lease was lost commits nothing.
final class TurnEnd {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Inbox inbox;
    private final ChatOutcome chats;
    private final RunOutcome runs;
    private final Spending spending;
    private final GuardRails rails;
    private final QueueStore queues;
    private final Transactions transactions;
    private final WorkSignals signals;
    private final InstantSource clock;

    TurnEnd(
            Inbox inbox,
            ChatOutcome chats,
            RunOutcome runs,
            Spending spending,
            GuardRails rails,
            QueueStore queues,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        this.inbox = inbox;
        this.chats = chats;
        this.runs = runs;
        this.spending = spending;
        this.rails = rails;
        this.queues = queues;
        this.transactions = transactions;
        this.signals = signals;
        this.clock = clock;
    }

    void answered(Lease lease, InboxItem item, Answer given) {
        Instant now = clock.instant();
        Answer answer = withoutMarks(given);
        finish(
                lease,
                item,
                () -> {
                    spent(item, answer.usage(), now);
                    switch (item.kind()) {
                        case SAID -> chats.said(item, answer, now);
                        case PRESSED -> chats.pressed(item, answer, now);
                        case TASK, HEARTBEAT -> runs.answered(item, answer, now);
                        case ENDPOINT -> throw new IllegalStateException("nobody was asked");
                    }
                });
    }

    void called(Lease lease, InboxItem item, EndpointReport report) {
        Instant now = clock.instant();
        finish(lease, item, () -> runs.called(item, report, now));
    }

    /// A mark of silence is a word between the agent and us, never shown.
    private static Answer withoutMarks(Answer answer) {
        return switch (answer) {
            case Answer.Say say when say.cards().isEmpty() && Silence.is(say.text()) ->
                    new Answer.Silent(say.usage());
            case Answer.Say say ->
                    new Answer.Say(Silence.spoken(say.text()), say.cards(), say.usage());
            case Answer.Refused refused -> refused;
            case Answer.Silent silent -> silent;
        };
    }

    /// Commands and buttons need no agent and count for nothing.
    private void spent(InboxItem item, Usage usage, Instant now) {
        AgentName agent = item.lane().agent();
        boolean isTurn = item.kind() != InboxItem.Kind.ENDPOINT && !agent.equals(CommandAgent.NAME);
        if (isTurn) {
            spending.add(rails.dayOf(agent, now), agent, runs.schedule(item), usage.used());
        }
    }

    void failed(Lease lease, InboxItem item, AgentFailure failure) {
        Instant now = clock.instant();
        Duration retryIn = failure.isPassing() ? retryIn(item, failure) : null;
        if (retryIn != null) {
            retry(lease, item, failure, now.plus(retryIn), now);
            return;
        }
        finish(
                lease,
                item,
                () -> {
                    spent(item, failure.usage(), now);
                    switch (item.kind()) {
                        case SAID -> chats.said(item, new Answer.Say(apology(failure)), now);
                        case PRESSED ->
                                chats.pressed(item, new Answer.Refused(apology(failure)), now);
                        case TASK, HEARTBEAT, ENDPOINT -> runs.failed(item, failure, now);
                    }
                });
    }

    /// Not before the other side wants to be asked again. A wait that is too long for us ends the
    /// attempts: asking earlier would be answered in the same way.
    private @Nullable Duration retryIn(InboxItem item, AgentFailure failure) {
        Duration ours = runs.retryIn(item);
        Duration theirs = failure.retryAfter().orElse(Duration.ZERO);
        if (ours == null || theirs.compareTo(LONGEST_WAIT) > 0) {
            return null;
        }
        return ours.compareTo(theirs) > 0 ? ours : theirs;
    }

    private static String apology(AgentFailure failure) {
        String message = failure.getMessage();
        return message == null ? "Something went wrong." : message;
    }

    /// An attempt that never got through to the model has cost nothing.
    private void retry(Lease lease, InboxItem item, AgentFailure failure, Instant at, Instant now) {
        transactions.run(() -> {
            if (!failure.usage().equals(Usage.NONE)) {
                spent(item, failure.usage(), now);
                runs.used(item, failure.usage());
            }
            queues.check(lease);
            inbox.postpone(item, at);
            queues.release(lease, nextReady(lease));
        });
    }

    private void finish(Lease lease, InboxItem item, Runnable writes) {
        transactions.run(() -> {
            // First the schedule, then its lane: the engine locks them in that order too.
            writes.run();
            queues.check(lease);
            inbox.delete(item);
            queues.release(lease, nextReady(lease));
        });
        signals.signal(QueueKind.ofGateway(item.lane().destination().gateway()));
    }

    /// Gives a lane back as it is: it was empty, or nothing in it is due yet.
    void nothingDone(Lease lease) {
        transactions.run(() -> {
            queues.check(lease);
            queues.release(lease, nextReady(lease));
        });
    }

    /// Leaves a turn to whoever leases the lane next.
    void interrupted(Lease lease, InboxItem item) {
        transactions.run(() -> {
            queues.check(lease);
            inbox.discountAttempt(item);
            queues.release(lease, nextReady(lease));
        });
    }

    /// How often a turn over an item is tried again when it fails for a passing reason.
    int mostRetries(InboxItem item) {
        return runs.mostRetries(item);
    }

    private @Nullable Instant nextReady(Lease lease) {
        return inbox.nextReady(lease).orElse(null);
    }
}
