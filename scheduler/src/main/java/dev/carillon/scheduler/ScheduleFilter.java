package dev.carillon.scheduler;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which schedules are meant; an absent part means all.
public record ScheduleFilter(
        @Nullable String gateway,
        @Nullable String chat,
        @Nullable String agent,
        Set<Schedule.Status> statuses) {
    /// Those that still have something to come, or rest.
    public static final Set<Schedule.Status> LIVE =
            Set.of(Schedule.Status.ACTIVE, Schedule.Status.PAUSED);

    public ScheduleFilter {
        statuses = Set.copyOf(statuses);
    }

    public static ScheduleFilter liveIn(Destination destination) {
        return new ScheduleFilter(destination.gateway(), destination.chat(), null, LIVE);
    }

    public static ScheduleFilter allIn(Destination destination) {
        return new ScheduleFilter(
                destination.gateway(),
                destination.chat(),
                null,
                EnumSet.allOf(Schedule.Status.class));
    }
}
