package dev.carillon.agent.lane;

import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Spending;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/// Forgets what nobody needs any more: which events were received, the answers to tool calls of
/// turns long over, messages that platforms refused, what was used in days gone by, and runs that
/// are older than the operator wants to keep them, with the schedules that have been over as long.
public final class Housekeeping {
    /// Platforms send an event again for minutes at most; a week leaves room for any outage.
    private static final Duration EVENTS = Duration.ofDays(7);

    private static final Duration CONTEXT = Duration.ofDays(1);
    private static final Duration CALLS = Duration.ofDays(7);
    private static final Duration REFUSED = Duration.ofDays(90);
    private static final Duration DAYS = Duration.ofDays(30);

    private final Inbox inbox;
    private final Overheard overheard;
    private final CallAnswers answers;
    private final Outbox outbox;
    private final Spending spending;
    private final RunStore runs;
    private final ScheduleStore schedules;
    private final GuardRails rails;
    private final Transactions transactions;
    private final InstantSource clock;

    Housekeeping(
            Inbox inbox,
            Overheard overheard,
            CallAnswers answers,
            Outbox outbox,
            Spending spending,
            RunStore runs,
            ScheduleStore schedules,
            GuardRails rails,
            Transactions transactions,
            InstantSource clock) {
        this.inbox = inbox;
        this.overheard = overheard;
        this.answers = answers;
        this.outbox = outbox;
        this.spending = spending;
        this.runs = runs;
        this.schedules = schedules;
        this.rails = rails;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void tidyUp() {
        Instant now = clock.instant();
        transactions.run(() -> inbox.forgetBefore(now.minus(EVENTS)));
        transactions.run(() -> overheard.forgetBefore(now.minus(CONTEXT)));
        transactions.run(() -> answers.deleteBefore(now.minus(CALLS)));
        transactions.run(() -> outbox.deleteFailedBefore(now.minus(REFUSED)));
        transactions.run(
                () -> spending.deleteBefore(LocalDate.ofInstant(now.minus(DAYS), ZoneOffset.UTC)));
        schedules.agents().forEach(agent -> forgetRuns(agent, now));
    }

    /// In small batches, each a transaction of its own, so that nobody waits for long.
    private void forgetRuns(AgentName agent, Instant now) {
        Instant before = now.minus(rails.of(agent).keepRuns());
        untilNone(() -> runs.deleteBefore(agent, before));
        untilNone(() -> schedules.deleteOverBefore(agent, before));
    }

    private void untilNone(Supplier<Integer> deletion) {
        int deleted = 1;
        while (deleted > 0) {
            deleted = transactions.write(deletion);
        }
    }
}
