package dev.carillon.agent.lane;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.AgentEntry;
import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Progress;
import dev.carillon.agent.Turn;
import dev.carillon.agent.endpoint.EndpointReport;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueWork;
import dev.carillon.scheduler.store.GroupedWriter;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on a leased lane: takes its oldest item, lets the agent answer, and commits the outcome in
/// one transaction. If the process dies before that, the item is still there and the turn is run
/// again.
final class TurnRunner implements QueueWork {
    private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);

    /// A turn begun so often without an end, retries aside, takes the process down with it each
    /// time.
    private static final int MOST_BEGINNINGS = 5;

    private final Inbox inbox;
    private final AgentDirectory agents;
    private final Turns turns;
    private final AttachedTexts attached;
    private final EndpointCalls endpoints;
    private final TurnEnd end;
    private final TurnProgress progress;
    private final RunStore runs;
    private final InstantSource clock;
    private final GroupedWriter<InboxItem> beginnings;

    TurnRunner(
            Inbox inbox,
            AgentDirectory agents,
            Turns turns,
            AttachedTexts attached,
            EndpointCalls endpoints,
            TurnEnd end,
            TurnProgress progress,
            RunStore runs,
            Transactions transactions,
            InstantSource clock) {
        this.inbox = inbox;
        this.agents = agents;
        this.turns = turns;
        this.attached = attached;
        this.endpoints = endpoints;
        this.end = end;
        this.progress = progress;
        this.runs = runs;
        this.clock = clock;
        this.beginnings = new GroupedWriter<>(transactions, items -> items.forEach(this::begin));
    }

    @Override
    public void work(Lease lease) {
        Optional<InboxItem> oldest = inbox.oldest(lease);
        if (oldest.isEmpty()) {
            end.nothingDone(lease);
        } else {
            work(lease, attached.lookedAt(oldest.get()));
        }
    }

    private void work(Lease lease, InboxItem item) {
        beginnings.write(item);
        Outcome outcome = outcome(item);
        if (Thread.interrupted()) {
            LOG.info("the turn {} was interrupted; it is run again after the start", item.id());
            end.interrupted(lease, item);
            return;
        }
        switch (outcome) {
            case Outcome.Answered(Answer answer) -> end.answered(lease, item, answer);
            case Outcome.Called(EndpointReport report) -> end.called(lease, item, report);
            case Outcome.Failed(AgentFailure failure) -> end.failed(lease, item, failure);
        }
    }

    private void begin(InboxItem item) {
        inbox.countAttempt(item);
        if (item.run() != null) {
            runs.start(item.run(), clock.instant());
        }
    }

    private Outcome outcome(InboxItem item) {
        try {
            refuseAfterTooManyBeginnings(item);
            return switch (item.kind()) {
                case SAID, PRESSED, TASK, HEARTBEAT -> new Outcome.Answered(answer(item));
                case ENDPOINT -> new Outcome.Called(endpoints.carryOut(item));
            };
        } catch (AgentFailure e) {
            LOG.warn("turn {} in {} failed: {}", item.id(), item.lane().key(), e.getMessage());
            return new Outcome.Failed(e);
        } catch (RuntimeException e) {
            LOG.error("turn {} in {} broke", item.id(), item.lane().key(), e);
            return new Outcome.Failed(
                    AgentFailure.lasting(
                            "Something went wrong inside Carillon; the operator finds it in the"
                                    + " log under "
                                    + item.id()
                                    + ".",
                            e));
        }
    }

    private Answer answer(InboxItem item) {
        AgentEntry entry =
                agents.find(item.lane().agent())
                        .orElseThrow(() ->
                                AgentFailure.lasting(
                                        "There is no agent '" + item.lane().agent() + "' any more.",
                                        null));
        Turn turn = turns.of(item, entry);
        Progress shown = progress.of(item.lane(), item.id());
        return entry.agent().respond(turn, shown);
    }

    private void refuseAfterTooManyBeginnings(InboxItem item) {
        if (item.attempts() >= MOST_BEGINNINGS + end.mostRetries(item)) {
            throw AgentFailure.lasting(
                    "I began to work on this "
                            + item.attempts()
                            + " times and never got to the end, so I leave it.",
                    null);
        }
    }

    private sealed interface Outcome {
        record Answered(Answer answer) implements Outcome {}

        record Called(EndpointReport report) implements Outcome {}

        record Failed(AgentFailure failure) implements Outcome {}
    }
}
