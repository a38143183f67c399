package dev.carillon.agent.tool;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import java.time.ZoneId;

/// Who asks for something of schedules, and from where. Comes from the turn or from the signed-in
/// program, never from the arguments.
///
/// @param zone the zone of times that name none
/// @param sight what the caller may see and change
/// @param inScheduledRun whether a schedule woke the caller; then it must not make schedules
/// @param endpoints which HTTP requests it may have made
public record Caller(
        Destination destination,
        AgentName agent,
        Owner owner,
        ZoneId zone,
        Sight sight,
        boolean inScheduledRun,
        EndpointAccess endpoints) {

    /// A caller that may have no HTTP requests made.
    public Caller(
            Destination destination,
            AgentName agent,
            Owner owner,
            ZoneId zone,
            Sight sight,
            boolean inScheduledRun) {
        this(destination, agent, owner, zone, sight, inScheduledRun, EndpointAccess.NONE);
    }

    /// What a caller may see and change: the schedules of its chat, or all.
    public enum Sight {
        CHAT,
        ALL
    }
}
