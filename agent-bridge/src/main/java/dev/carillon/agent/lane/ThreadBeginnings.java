package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.store.RunStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a thread is about. Where people answer a scheduled message in a thread of its own, that
/// thread is a conversation that begins with the message: Slack and Discord name a thread by the
/// message it hangs on.
final class ThreadBeginnings {
    private final RunStore runs;
    private final Schedules schedules;

    ThreadBeginnings(RunStore runs, Schedules schedules) {
        this.runs = runs;
        this.schedules = schedules;
    }

    /// The scheduled message that a thread hangs on, while nothing has been said in it.
    List<TranscriptEntry> of(Lane lane, boolean isNothingSaid) {
        String thread = lane.destination().thread();
        if (thread == null || !isNothingSaid) {
            return List.of();
        }
        return runs.shownAs(lane.destination(), thread).flatMap(this::entry).stream().toList();
    }

    private Optional<TranscriptEntry> entry(Run run) {
        return schedules.find(run.scheduleId()).map(schedule -> entry(run, schedule));
    }

    private static TranscriptEntry entry(Run run, Schedule schedule) {
        String output = run.output();
        Instant endedAt = run.endedAt();
        return new TranscriptEntry(
                run.id().value(),
                TranscriptEntry.Role.AGENT,
                TranscriptEntry.Origin.SCHEDULE,
                null,
                output == null || output.isBlank() ? schedule.payload().text() : output,
                endedAt == null ? run.firedAt() : endedAt,
                schedule.id(),
                run.id());
    }
}
