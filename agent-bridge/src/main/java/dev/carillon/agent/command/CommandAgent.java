package dev.carillon.agent.command;

import dev.carillon.agent.Agent;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.Progress;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.Turn;
import dev.carillon.agent.Usage;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.lane.Transcripts;
import dev.carillon.agent.timekeeper.Occasion;
import dev.carillon.agent.timekeeper.ScheduleTalk;
import dev.carillon.agent.tool.Admins;
import dev.carillon.agent.tool.Caller;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Carries out commands and button presses, without any model and in every chat, whichever agent
/// talks there. What it schedules belongs to that agent.
public final class CommandAgent implements Agent {
    /// The name of the lane of commands; no agent in the config can have it.
    public static final AgentName NAME = new AgentName("commands");

    private final ScheduleTalk talk;
    private final Commands commands;
    private final Transcripts transcripts;
    private final ChatAgents agents;
    private final Admins admins;
    private final GuardRails rails;

    public CommandAgent(
            Schedules schedules,
            CallAnswers answers,
            KnownZones zones,
            Transcripts transcripts,
            Admins admins,
            GuardRails rails,
            InstantSource clock,
            ChatAgents agents,
            Approvals approvals) {
        this.admins = admins;
        this.rails = rails;
        this.talk = new ScheduleTalk(schedules, answers, zones, clock);
        this.commands =
                new Commands(talk, schedules, new Sessions(transcripts, answers, clock), approvals);
        this.transcripts = transcripts;
        this.agents = agents;
    }

    @Override
    public Answer respond(Turn turn, Progress progress) {
        return switch (turn.stimulus()) {
            case Stimulus.Said said ->
                    commands.answer(said.text(), occasion(turn, said.sender(), said.at()));
            case Stimulus.Pressed pressed ->
                    talk.press(pressed, occasion(turn, pressed.sender(), pressed.at()));
            case Stimulus.TaskDue due -> new Answer.Say(due.instruction());
            case Stimulus.HeartbeatDue _ -> new Answer.Silent(Usage.NONE);
        };
    }

    private Occasion occasion(Turn turn, Person person, Instant at) {
        AgentName agent = agents.agentFor(turn.lane().destination());
        Caller caller =
                new Caller(
                                turn.lane().destination(),
                                agent,
                                Owner.person(person.id()),
                                turn.zone(),
                                admins.sight(turn.lane().destination(), person.id()))
                        .with(rails.of(agent));
        return new Occasion(turn.id(), caller, person, history(turn, agent), at);
    }

    /// Reminders stand in the lane of the chat's agent; "/snooze 1h" means the last of them.
    private List<TranscriptEntry> history(Turn turn, AgentName agent) {
        Lane chat = Lane.of(turn.lane().destination(), agent);
        return Stream.concat(
                        turn.history().stream(),
                        transcripts.session(chat, null, turn.now()).stream())
                .sorted(Comparator.comparing(TranscriptEntry::at))
                .toList();
    }
}
