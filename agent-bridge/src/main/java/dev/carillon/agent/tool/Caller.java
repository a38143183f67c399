package dev.carillon.agent.tool;

import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.ScheduleId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Who asks for something of schedules, and from where. Comes from the turn or from the signed-in
/// program, never from the arguments.
///
/// @param zone the zone of times that name none
/// @param sight what the caller may see and change
/// @param wokenBy the schedule that woke the caller; then it must not make schedules, and change
///   none but that one. Absent: people or programs ask
/// @param rails the bounds of the agent
/// @param endpoints which HTTP requests it may have made
/// @param posting where it may have schedules speak, besides the destination
public record Caller(
        Destination destination,
        AgentName agent,
        Owner owner,
        ZoneId zone,
        Sight sight,
        @Nullable ScheduleId wokenBy,
        GuardRailsConfig rails,
        EndpointAccess endpoints,
        PostingAccess posting) {

    /// Somebody whom no schedule woke, of whose agent the operator said nothing special, and who
    /// may have no HTTP requests made.
    public Caller(Destination destination, AgentName agent, Owner owner, ZoneId zone, Sight sight) {
        this(
                destination,
                agent,
                owner,
                zone,
                sight,
                null,
                GuardRailsConfig.DEFAULT,
                EndpointAccess.NONE,
                PostingAccess.NOWHERE);
    }

    public Caller in(Destination other) {
        return new Caller(other, agent, owner, zone, sight, wokenBy, rails, endpoints, posting);
    }

    public Caller with(GuardRailsConfig other) {
        return new Caller(
                destination, agent, owner, zone, sight, wokenBy, other, endpoints, posting);
    }

    public Caller with(EndpointAccess other) {
        return new Caller(destination, agent, owner, zone, sight, wokenBy, rails, other, posting);
    }

    public Caller with(PostingAccess other) {
        return new Caller(destination, agent, owner, zone, sight, wokenBy, rails, endpoints, other);
    }

    boolean inScheduledRun() {
        return wokenBy != null;
    }

    /// What a caller may see and change: the schedules of its chat, or all.
    public enum Sight {
        CHAT,
        ALL
    }
}
