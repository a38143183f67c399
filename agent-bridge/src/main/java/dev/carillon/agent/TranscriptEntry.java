package dev.carillon.agent;

import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that was said in a lane, by a person, by the agent, or by a schedule.
///
/// @param sender who said it, for what people said
/// @param schedule the schedule that brought it about, for [Origin#SCHEDULE]
public record TranscriptEntry(
        String id,
        Role role,
        Origin origin,
        @Nullable String sender,
        String text,
        Instant at,
        @Nullable ScheduleId schedule,
        @Nullable RunId run) {

    /// Who speaks.
    public enum Role {
        USER,
        AGENT
    }

    /// What brought it about: somebody's words, a schedule that was due, or a command.
    public enum Origin {
        CHAT,
        SCHEDULE,
        COMMAND
    }
}
