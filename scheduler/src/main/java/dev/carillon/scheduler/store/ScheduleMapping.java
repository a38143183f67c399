package dev.carillon.scheduler.store;

import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.PauseReason;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import org.jspecify.annotations.Nullable;

final class ScheduleMapping {
    // Thousands of schedules share a few policies and triggers.
    private static final RepeatedJson<Trigger> TRIGGERS = new RepeatedJson<>(Trigger.class);
    private static final RepeatedJson<Policies> POLICIES = new RepeatedJson<>(Policies.class);

    private ScheduleMapping() {}

    static ScheduleRow toRow(Schedule schedule, @Nullable String creationKey, long version) {
        Terms terms = schedule.terms();
        Destination destination = terms.destination();
        Schedule.State state = schedule.state();
        return new ScheduleRow(
                schedule.id().value(),
                schedule.number(),
                terms.name(),
                destination.gateway(),
                destination.chat(),
                destination.thread(),
                terms.agent().value(),
                schedule.owner().kind().name(),
                schedule.owner().id(),
                ScheduleJson.write(terms.trigger(), Trigger.class),
                ScheduleJson.write(terms.payload(), Payload.class),
                ScheduleJson.write(terms.policies(), Policies.class),
                state.status().name(),
                Millis.of(state.nextDueAt()),
                Millis.of(state.snoozedUntil()),
                Millis.of(state.pausedUntil()),
                name(state.pauseReason()),
                Millis.of(schedule.wakeAt()),
                Millis.of(state.lastRunAt()),
                state.runCount(),
                state.consecutiveFailures(),
                creationKey,
                schedule.createdAt().toEpochMilli(),
                Millis.of(terms.policies().expiresAt()),
                version);
    }

    static Schedule toSchedule(ScheduleRow row) {
        return new Schedule(
                new ScheduleId(row.id()),
                row.number(),
                terms(row),
                new Owner(Owner.Kind.valueOf(row.ownerKind()), row.ownerId()),
                state(row),
                Millis.instant(row.createdAt()));
    }

    private static Terms terms(ScheduleRow row) {
        return new Terms(
                row.name(),
                new Destination(row.gateway(), row.chat(), row.thread()),
                new AgentName(row.agent()),
                TRIGGERS.read(row.triggerJson()),
                ScheduleJson.read(row.payloadJson(), Payload.class),
                POLICIES.read(row.policiesJson()));
    }

    static @Nullable String name(@Nullable PauseReason reason) {
        return reason == null ? null : reason.name();
    }

    private static Schedule.State state(ScheduleRow row) {
        return new Schedule.State(
                Schedule.Status.valueOf(row.status()),
                Millis.instantOrNull(row.nextDueAt()),
                Millis.instantOrNull(row.snoozedUntil()),
                Millis.instantOrNull(row.pausedUntil()),
                row.pauseReason() == null ? null : PauseReason.valueOf(row.pauseReason()),
                Millis.instantOrNull(row.lastRunAt()),
                row.runCount(),
                row.consecutiveFailures());
    }
}
