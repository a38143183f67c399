package dev.carillon.agent;

import dev.carillon.scheduler.AgentName;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// An agent as the operator set it up.
///
/// @param zone its zone when neither person nor chat has one
/// @param mostTurns how many turns it runs at once, over all lanes
/// @param sessionMaxAge silence after which its sessions begin anew; absent: never
public record AgentEntry(
        AgentName name,
        Agent agent,
        ZoneId zone,
        int mostTurns,
        @Nullable Duration sessionMaxAge) {}
