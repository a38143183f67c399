package dev.carillon.agent.timekeeper;

import dev.carillon.agent.Agent;
import dev.carillon.agent.Answer;
import dev.carillon.agent.Person;
import dev.carillon.agent.Progress;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.Turn;
import dev.carillon.agent.Usage;
import dev.carillon.agent.lane.KnownZones;
import dev.carillon.agent.tool.Admins;
import dev.carillon.agent.tool.Caller;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import java.time.Instant;
import java.time.InstantSource;

/// The built-in agent that keeps time without a model: it understands sentences about reminders and
/// schedules, does what they say, and says what it did.
public final class TimekeeperAgent implements Agent {
    private final ScheduleTalk talk;
    private final Admins admins;
    private final GuardRails rails;

    public TimekeeperAgent(
            Schedules schedules,
            CallAnswers answers,
            KnownZones zones,
            Admins admins,
            GuardRails rails,
            InstantSource clock) {
        this.admins = admins;
        this.rails = rails;
        this.talk = new ScheduleTalk(schedules, answers, zones, clock);
    }

    @Override
    public Answer respond(Turn turn, Progress progress) {
        return switch (turn.stimulus()) {
            case Stimulus.Said said ->
                    talk.say(said.text(), occasion(turn, said.sender(), said.at()));
            case Stimulus.Pressed pressed ->
                    talk.press(pressed, occasion(turn, pressed.sender(), pressed.at()));
            // There is no model to work on it: the instruction itself is the reminder.
            case Stimulus.TaskDue due -> new Answer.Say(due.instruction());
            case Stimulus.HeartbeatDue _ -> new Answer.Silent(Usage.NONE);
        };
    }

    private Occasion occasion(Turn turn, Person person, Instant at) {
        Caller caller =
                new Caller(
                                turn.lane().destination(),
                                turn.lane().agent(),
                                Owner.person(person.id()),
                                turn.zone(),
                                admins.sight(turn.lane().destination(), person.id()))
                        .with(rails.of(turn.lane().agent()));
        return new Occasion(turn.id(), caller, person, turn.history(), at);
    }
}
