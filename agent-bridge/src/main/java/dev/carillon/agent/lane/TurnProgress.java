package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Progress;

/// Shows people that a turn is under way. The gateway implements it; what it is told may be lost.
public interface TurnProgress {
    /// @param turnId the same for all that is told of one turn
    Progress of(Lane lane, String turnId);
}
