package dev.carillon.agent.lane;

import dev.carillon.agent.AgentDirectory;
import dev.carillon.agent.command.ChatAgents;
import dev.carillon.agent.endpoint.EndpointClient;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.tool.Admins;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.engine.Handover;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.CallAnswers;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.ScheduleStore;
import dev.carillon.scheduler.store.Spending;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Puts lanes together. The clock, the agents and [TurnProgress] come from above.
@Factory
final class LaneFactory {
    @Singleton
    Inbox inbox(
            InboxRows rows,
            ReceivedRows received,
            QueueStore queues,
            Attention attention,
            Transactions transactions,
            InstantSource clock) {
        return new Inbox(rows, received, queues, attention, transactions, clock);
    }

    @Singleton
    Overheard overheard(
            OverheardRows rows,
            ReceivedRows received,
            Attention attention,
            Transactions transactions,
            InstantSource clock) {
        return new Overheard(rows, received, attention, transactions, clock);
    }

    /// Where there are no gateways, as in tests of this module.
    @Singleton
    @Secondary
    AttachmentSource attachments() {
        return (gateway, _, _) -> {
            throw new IOException("there is no gateway " + gateway);
        };
    }

    /// Where nobody says otherwise.
    @Singleton
    @Secondary
    ZoneCourtesy courtesy() {
        return ZoneCourtesy.NOWHERE;
    }

    @Singleton
    ThreadBeginnings beginnings(RunStore runs, Schedules schedules) {
        return new ThreadBeginnings(runs, schedules);
    }

    @Singleton
    Transcripts transcripts(TranscriptRows rows, Ids ids) {
        return new Transcripts(rows, ids);
    }

    @Singleton
    KnownZones zones(ZoneRows rows) {
        return new KnownZones(rows);
    }

    @Singleton
    Housekeeping housekeeping(
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
        return new Housekeeping(
                inbox,
                overheard,
                answers,
                outbox,
                spending,
                runs,
                schedules,
                rails,
                transactions,
                clock);
    }

    @Singleton
    Expiries expiries(
            ScheduleStore schedules,
            Outbox outbox,
            GuardRails rails,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        return new Expiries(schedules, outbox, rails, transactions, signals, clock);
    }

    @Singleton
    WorkSignals signals() {
        return new WorkSignals();
    }

    @Singleton
    Handover handover(
            Inbox inbox,
            Outbox outbox,
            Transcripts transcripts,
            Listeners listeners,
            WorkSignals signals,
            InstantSource clock,
            Ids ids) {
        return new LaneHandover(inbox, outbox, transcripts, listeners, signals, clock, ids);
    }

    /// Where the program knows no operator, as in tests of this module.
    @Singleton
    @Secondary
    Admins admins() {
        return Admins.NOBODY;
    }

    /// The same.
    @Singleton
    @Secondary
    PostingAccess posting() {
        return PostingAccess.NOWHERE;
    }

    @Singleton
    Listeners listeners(@Nullable ChatAgents agents) {
        return new Listeners(agents);
    }

    @Singleton
    TurnTools tools(
            Schedules schedules,
            CallAnswers answers,
            GuardRails rails,
            Admins admins,
            Outgoing outgoing,
            PostingAccess posting,
            InstantSource clock) {
        return new ScheduleTurnTools(schedules, answers, rails, admins, outgoing, posting, clock);
    }

    @Singleton
    Turns turns(
            Transcripts transcripts,
            Schedules schedules,
            KnownZones zones,
            TurnTools tools,
            Overheard overheard,
            ThreadBeginnings beginnings,
            InstantSource clock) {
        return new Turns(transcripts, schedules, zones, tools, overheard, beginnings, clock);
    }

    @Singleton
    ChatOutcome chatOutcome(
            Outbox outbox,
            Transcripts transcripts,
            Overheard overheard,
            ThreadBeginnings beginnings,
            KnownZones zones,
            ZoneAskedRows asked,
            Schedules schedules,
            ZoneCourtesy courtesy,
            Ids ids) {
        return new ChatOutcome(
                outbox,
                transcripts,
                overheard,
                beginnings,
                new ZoneQuestion(zones, asked, schedules, courtesy),
                ids);
    }

    @Singleton
    RunOutcome runOutcome(
            Outbox outbox,
            Transcripts transcripts,
            Listeners listeners,
            RunStore runs,
            ScheduleStore schedules,
            GuardRails rails,
            Ids ids) {
        return new RunOutcome(
                outbox, transcripts, listeners, runs, schedules, new RepeatedFailures(rails), ids);
    }

    @Singleton
    TurnEnd end(
            Inbox inbox,
            ChatOutcome chats,
            RunOutcome runs,
            Spending spending,
            GuardRails rails,
            QueueStore queues,
            Transactions transactions,
            WorkSignals signals,
            InstantSource clock) {
        return new TurnEnd(
                inbox, chats, runs, spending, rails, queues, transactions, signals, clock);
    }

    @Singleton
    EndpointCalls endpoints(Schedules schedules, EndpointClient client) {
        return new EndpointCalls(schedules, client);
    }

    @Singleton
    TurnRunner runner(
            Inbox inbox,
            AgentDirectory agents,
            Turns turns,
            AttachmentSource attachments,
            EndpointCalls endpoints,
            TurnEnd end,
            TurnProgress progress,
            RunStore runs,
            Transactions transactions,
            InstantSource clock) {
        return new TurnRunner(
                inbox,
                agents,
                turns,
                new AttachedTexts(attachments),
                endpoints,
                end,
                progress,
                runs,
                transactions,
                clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    LaneWorkers workers(
            AgentDirectory agents,
            Inbox inbox,
            QueueStore queues,
            Transactions transactions,
            TurnRunner turns,
            WorkSignals signals,
            InstantSource clock) {
        return new LaneWorkers(agents, inbox, queues, transactions, turns, signals, clock);
    }
}
