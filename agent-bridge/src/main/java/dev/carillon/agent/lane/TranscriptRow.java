package dev.carillon.agent.lane;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("transcript")
record TranscriptRow(
        @Id String id,
        String lane,
        String role,
        String origin,
        @Nullable String sender,
        String text,
        long at,
        @Nullable String scheduleId,
        @Nullable String runId) {

    static TranscriptRow of(String lane, TranscriptEntry entry) {
        return new TranscriptRow(
                entry.id(),
                lane,
                entry.role().name(),
                entry.origin().name(),
                entry.sender(),
                entry.text(),
                entry.at().toEpochMilli(),
                entry.schedule() == null ? null : entry.schedule().value(),
                entry.run() == null ? null : entry.run().value());
    }

    TranscriptEntry entry() {
        return new TranscriptEntry(
                id,
                TranscriptEntry.Role.valueOf(role),
                TranscriptEntry.Origin.valueOf(origin),
                sender,
                text,
                Instant.ofEpochMilli(at),
                scheduleId == null ? null : new ScheduleId(scheduleId),
                runId == null ? null : new RunId(runId));
    }
}
