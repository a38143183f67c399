package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Stimulus;
import dev.carillon.agent.tool.Tool;
import java.time.ZoneId;
import java.util.List;

/// Makes the tools of a turn.
public interface TurnTools {
    /// @param turnId makes the calls of a repeated turn recognisable
    List<Tool> tools(String turnId, Lane lane, Stimulus stimulus, ZoneId zone);
}
