package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.engine.Firing;
import dev.carillon.scheduler.engine.Handover;
import dev.carillon.scheduler.engine.Notice;
import dev.carillon.scheduler.queue.QueueKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What fires becomes part of a conversation: a message goes out at once and into the transcript,
/// so that people can answer it; a task goes into its lane, where the agent works on it.
final class LaneHandover implements Handover {
    private final Inbox inbox;
    private final Outbox outbox;
    private final Transcripts transcripts;
    private final Listeners listeners;
    private final WorkSignals signals;
    private final InstantSource clock;
    private final Ids ids;

    LaneHandover(
            Inbox inbox,
            Outbox outbox,
            Transcripts transcripts,
            Listeners listeners,
            WorkSignals signals,
            InstantSource clock,
            Ids ids) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.transcripts = transcripts;
        this.listeners = listeners;
        this.signals = signals;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void write(List<Firing> firings) {
        Instant now = clock.instant();
        List<Outbox.Posting> postings = new ArrayList<>();
        List<Transcripts.Entry> entries = new ArrayList<>();
        List<Inbox.LanedFiring> tasks = new ArrayList<>();
        for (Firing firing : firings) {
            Schedule schedule = firing.schedule();
            switch (schedule.payload()) {
                case Payload.Message _ -> {
                    OutboundMessage message = ScheduledMessages.reminder(firing, now);
                    postings.add(
                            new Outbox.Posting(schedule.destination(), message, firing.run().id()));
                    entries.addAll(entries(firing, message, now));
                }
                case Payload.Task _ -> tasks.add(laned(firing, InboxItem.Kind.TASK));
                case Payload.Heartbeat _ -> tasks.add(laned(firing, InboxItem.Kind.HEARTBEAT));
                case Payload.Endpoint _ ->
                        tasks.add(
                                new Inbox.LanedFiring(
                                        ids.next(),
                                        EndpointCalls.lane(schedule),
                                        InboxItem.Kind.ENDPOINT,
                                        firing));
            }
        }
        outbox.addAll(postings, now);
        transcripts.addAll(entries);
        inbox.addAll(tasks, now);
    }

    /// Told in the chat and not remembered: no agent has said it.
    @Override
    public void tell(List<Notice> notices) {
        List<Outbox.Posting> postings =
                notices.stream()
                        .map(notice ->
                                new Outbox.Posting(
                                        notice.schedule().destination(),
                                        ScheduledMessages.notice(notice.text()),
                                        null))
                        .toList();
        outbox.addAll(postings, clock.instant());
    }

    @Override
    public void written(List<Firing> firings) {
        firings.stream().map(LaneHandover::kind).distinct().forEach(signals::signal);
    }

    private static QueueKind kind(Firing firing) {
        Schedule schedule = firing.schedule();
        return switch (schedule.payload()) {
            case Payload.Message _ -> QueueKind.ofGateway(schedule.destination().gateway());
            case Payload.Task _, Payload.Heartbeat _ ->
                    QueueKind.ofAgent(schedule.terms().agent().value());
            case Payload.Endpoint _ -> EndpointCalls.QUEUE;
        };
    }

    private List<Transcripts.Entry> entries(Firing firing, OutboundMessage message, Instant now) {
        Schedule schedule = firing.schedule();
        return listeners.of(schedule.destination(), schedule.terms().agent()).stream()
                .map(lane -> entry(lane, firing, message, now))
                .toList();
    }

    private Transcripts.Entry entry(
            Lane lane, Firing firing, OutboundMessage message, Instant now) {
        Schedule schedule = firing.schedule();
        return new Transcripts.Entry(
                lane,
                new TranscriptEntry(
                        ids.next(),
                        TranscriptEntry.Role.AGENT,
                        TranscriptEntry.Origin.SCHEDULE,
                        null,
                        message.text(),
                        now,
                        schedule.id(),
                        firing.run().id()));
    }

    private Inbox.LanedFiring laned(Firing firing, InboxItem.Kind kind) {
        Schedule schedule = firing.schedule();
        Lane lane =
                new Lane(schedule.destination(), schedule.terms().agent(), side(firing, schedule));
        return new Inbox.LanedFiring(ids.next(), lane, kind, firing);
    }

    /// A fresh session is a lane that exists for one run; a session of the schedule's own is a lane
    /// of the schedule.
    private static @Nullable String side(Firing firing, Schedule schedule) {
        Policies.Session session = schedule.policies().session();
        return switch (session.kind()) {
            case CHAT -> null;
            case FRESH -> firing.run().id().value();
            case REUSE ->
                    session.includeHistory() ? schedule.id().value() : firing.run().id().value();
        };
    }
}
