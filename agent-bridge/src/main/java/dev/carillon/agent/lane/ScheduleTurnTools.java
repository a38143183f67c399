package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.tool.Admins;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.agent.tool.ScheduleTool;
import dev.carillon.agent.tool.StaySilentTool;
import dev.carillon.agent.tool.Tool;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.CallAnswers;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives every turn the `schedule` tool, bound to who asks and where, and every scheduled turn a
/// way to end without a word.
final class ScheduleTurnTools implements TurnTools {
    private final Schedules schedules;
    private final CallAnswers answers;
    private final GuardRails rails;
    private final Admins admins;
    private final Outgoing outgoing;
    private final PostingAccess posting;
    private final InstantSource clock;

    ScheduleTurnTools(
            Schedules schedules,
            CallAnswers answers,
            GuardRails rails,
            Admins admins,
            Outgoing outgoing,
            PostingAccess posting,
            InstantSource clock) {
        this.posting = posting;
        this.admins = admins;
        this.outgoing = outgoing;
        this.schedules = schedules;
        this.answers = answers;
        this.rails = rails;
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
                        sight(lane, stimulus),
                        wokenBy(stimulus),
                        rails.of(lane.agent()),
                        outgoing.ofChat(),
                        posting);
        Tool schedule =
                new ScheduleTool(
                        schedules, answers, caller, askedAt(stimulus), turnId, asker(stimulus));
        return caller.wokenBy() == null
                ? List.of(schedule)
                : List.of(schedule, new StaySilentTool());
    }

    /// "In two hours" counts from when it was said, however long the words were on their way.
    private InstantSource askedAt(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Said said -> InstantSource.fixed(said.at());
            case Stimulus.Pressed pressed -> InstantSource.fixed(pressed.at());
            case Stimulus.TaskDue _, Stimulus.HeartbeatDue _ -> clock;
        };
    }

    private static @Nullable Person asker(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Said said -> said.sender();
            case Stimulus.Pressed pressed -> pressed.sender();
            case Stimulus.TaskDue _, Stimulus.HeartbeatDue _ -> null;
        };
    }

    private static Owner owner(Lane lane, Stimulus stimulus) {
        Person asker = asker(stimulus);
        return asker == null
                ? new Owner(Owner.Kind.AGENT, lane.agent().value())
                : Owner.person(asker.id());
    }

    private Caller.Sight sight(Lane lane, Stimulus stimulus) {
        Person asker = asker(stimulus);
        return asker == null ? Caller.Sight.CHAT : admins.sight(lane.destination(), asker.id());
    }

    private static @Nullable ScheduleId wokenBy(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Said _, Stimulus.Pressed _ -> null;
            case Stimulus.TaskDue due -> due.schedule().id();
            case Stimulus.HeartbeatDue due -> due.schedule().id();
        };
    }
}
