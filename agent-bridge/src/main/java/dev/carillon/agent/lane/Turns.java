package dev.carillon.agent.lane;

import dev.carillon.agent.AgentEntry;
import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Person;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.Turn;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Makes turns of what lies in the inbox.
final class Turns {
    private final Transcripts transcripts;
    private final Schedules schedules;
    private final KnownZones zones;
    private final TurnTools tools;
    private final Overheard overheard;
    private final ThreadBeginnings beginnings;
    private final InstantSource clock;

    Turns(
            Transcripts transcripts,
            Schedules schedules,
            KnownZones zones,
            TurnTools tools,
            Overheard overheard,
            ThreadBeginnings beginnings,
            InstantSource clock) {
        this.transcripts = transcripts;
        this.schedules = schedules;
        this.zones = zones;
        this.tools = tools;
        this.overheard = overheard;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /// @throws AgentFailure when what the turn is about is gone
    Turn of(InboxItem item, AgentEntry agent) {
        Instant now = clock.instant();
        Stimulus stimulus = stimulus(item);
        ZoneId zone = zone(item, stimulus, agent);
        return new Turn(
                item.id(),
                item.lane(),
                stimulus,
                history(item, agent, now),
                now,
                zone,
                tools.tools(item.id(), item.lane(), stimulus, zone));
    }

    private List<TranscriptEntry> history(InboxItem item, AgentEntry agent, Instant now) {
        List<TranscriptEntry> session =
                transcripts.session(item.lane(), agent.sessionMaxAge(), now);
        if (!item.hearsAround()) {
            return session;
        }
        return Stream.of(
                        beginnings.of(item.lane(), session.isEmpty()),
                        session,
                        overheard.around(item.lane().destination(), item.id(), session.isEmpty()))
                .flatMap(List::stream)
                .toList();
    }

    private Stimulus stimulus(InboxItem item) {
        return switch (item.kind()) {
            case SAID ->
                    new Stimulus.Said(
                            sender(item), item.text(), item.attached(), item.receivedAt());
            case PRESSED ->
                    new Stimulus.Pressed(
                            sender(item),
                            ButtonAction.parse(item.text()).orElseThrow(),
                            item.messageId(),
                            item.receivedAt());
            case TASK -> {
                Run run = run(item);
                yield new Stimulus.TaskDue(schedule(run), run.id(), run.dueAt(), item.lateBy());
            }
            case ENDPOINT ->
                    throw new IllegalStateException(
                            "no agent has a part in a request: " + item.id());
            case HEARTBEAT -> {
                Run run = run(item);
                yield new Stimulus.HeartbeatDue(schedule(run), run.id(), run.dueAt());
            }
        };
    }

    private static Person sender(InboxItem item) {
        return Objects.requireNonNull(item.sender(), "a message without a sender: " + item.id());
    }

    private Run run(InboxItem item) {
        RunId id = Objects.requireNonNull(item.run(), "a task without a run: " + item.id());
        return schedules
                .findRun(id)
                .orElseThrow(() -> AgentFailure.lasting("The run " + id + " is gone.", null));
    }

    private Schedule schedule(Run run) {
        return schedules
                .find(run.scheduleId())
                .orElseThrow(() ->
                        AgentFailure.lasting(
                                "The schedule " + run.scheduleId() + " is gone.", null));
    }

    private ZoneId zone(InboxItem item, Stimulus stimulus, AgentEntry agent) {
        return switch (stimulus) {
            case Stimulus.TaskDue due -> due.schedule().trigger().zone();
            case Stimulus.HeartbeatDue due -> due.schedule().trigger().zone();
            case Stimulus.Said _, Stimulus.Pressed _ ->
                    zones.find(item.lane().destination(), item.sender()).orElse(agent.zone());
        };
    }
}
