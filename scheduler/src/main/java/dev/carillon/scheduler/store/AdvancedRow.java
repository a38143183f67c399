package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Schedule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// The columns of a schedule that firing writes. The terms are left alone: writing three JSON texts
/// back that nobody changed would cost more than all the rest of the row.
@MappedEntity("schedule")
record AdvancedRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("status") String status,
        @MappedProperty("next_due_at") @Nullable Long nextDueAt,
        @MappedProperty("snoozed_until") @Nullable Long snoozedUntil,
        @MappedProperty("paused_until") @Nullable Long pausedUntil,
        @MappedProperty("pause_reason") @Nullable String pauseReason,
        @MappedProperty("wake_at") @Nullable Long wakeAt,
        @MappedProperty("last_run_at") @Nullable Long lastRunAt,
        @MappedProperty("run_count") int runCount) {

    static AdvancedRow of(Schedule schedule) {
        Schedule.State state = schedule.state();
        return new AdvancedRow(
                schedule.id().value(),
                state.status().name(),
                Millis.of(state.nextDueAt()),
                Millis.of(state.snoozedUntil()),
                Millis.of(state.pausedUntil()),
                ScheduleMapping.name(state.pauseReason()),
                Millis.of(schedule.wakeAt()),
                Millis.of(state.lastRunAt()),
                state.runCount());
    }
}
