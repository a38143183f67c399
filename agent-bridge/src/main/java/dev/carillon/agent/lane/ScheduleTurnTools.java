package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.ScheduleTool;
import dev.carillon.agent.tool.Tool;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// Gives every turn the `schedule` tool, bound to who asks and where.
final class ScheduleTurnTools implements TurnTools {
    private final Schedules schedules;
    private final CallAnswers answers;
    private final Outgoing outgoing;
    private final InstantSource clock;

    ScheduleTurnTools(
            Schedules schedules, CallAnswers answers, Outgoing outgoing, InstantSource clock) {
        this.schedules = schedules;
        this.answers = answers;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Override
    public List<Tool> tools(String turnId, Lane lane, Stimulus stimulus, ZoneId zone) {
        Caller caller =
                new Caller(
                        lane.destination(),
                        lane.agent(),
                        owner(lane, stimulus),
                        zone,
                        Caller.Sight.CHAT,
                        isScheduled(stimulus),
                        outgoing.ofChat());
        return List.of(new ScheduleTool(schedules, answers, caller, clock, turnId));
    }

    private static Owner owner(Lane lane, Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Said said -> Owner.person(said.sender().id());
            case Stimulus.Pressed pressed -> Owner.person(pressed.sender().id());
            case Stimulus.TaskDue _, Stimulus.HeartbeatDue _ ->
                    new Owner(Owner.Kind.AGENT, lane.agent().value());
        };
    }

    private static boolean isScheduled(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Said _, Stimulus.Pressed _ -> false;
            case Stimulus.TaskDue _, Stimulus.HeartbeatDue _ -> true;
        };
    }
}
