package dev.carillon.agent.lane;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.ScheduleId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The columns are named, so that Micronaut Data does not work them out anew for each row it reads.
@MappedEntity("transcript")
record TranscriptRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("lane") String lane,
        @MappedProperty("role") String role,
        @MappedProperty("origin") String origin,
        @MappedProperty("sender") @Nullable String sender,
        @MappedProperty("text") String text,
        @MappedProperty("at") long at,
        @MappedProperty("schedule_id") @Nullable String scheduleId,
        @MappedProperty("run_id") @Nullable String runId) {

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
