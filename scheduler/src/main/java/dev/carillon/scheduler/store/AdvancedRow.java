package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Schedule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/// The columns of a schedule that firing writes. The terms are left alone: writing three JSON texts
/// back that nobody changed would cost more than all the rest of the row.
@MappedEntity("schedule")
record AdvancedRow(
        @Id String id,
        String status,
        @Nullable Long nextDueAt,
        @Nullable Long snoozedUntil,
        @Nullable Long pausedUntil,
        @Nullable Long wakeAt,
        @Nullable Long lastRunAt,
        int runCount) {

    static AdvancedRow of(Schedule schedule) {
        Schedule.State state = schedule.state();
        return new AdvancedRow(
                schedule.id().value(),
                state.status().name(),
                Millis.of(state.nextDueAt()),
                Millis.of(state.snoozedUntil()),
                Millis.of(state.pausedUntil()),
                Millis.of(schedule.wakeAt()),
                Millis.of(state.lastRunAt()),
                state.runCount());
    }
}
