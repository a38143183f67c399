package dev.carillon.agent;

import dev.carillon.agent.tool.Tool;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// One run of an agent in a lane.
///
/// @param id the same when the turn is run again after a crash
/// @param history what was said before in this session, oldest first, without the stimulus
/// @param zone the zone in which the person (or the schedule) tells time
/// @param tools what the agent may do; calls are safe to repeat in a repeated turn as long as they
///   are made in the same order
public record Turn(
        String id,
        Lane lane,
        Stimulus stimulus,
        List<TranscriptEntry> history,
        Instant now,
        ZoneId zone,
        List<Tool> tools) {
    public Turn {
        history = List.copyOf(history);
        tools = List.copyOf(tools);
    }
}
