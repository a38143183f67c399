package dev.carillon.scheduler.store;

import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import java.util.List;

/// Due schedules, claimed for the rest of the transaction: no other replica gets them.
///
/// @param unreadable those whose rows cannot be understood; they must be set aside, or they would
///   be due for ever
public record Due(List<Schedule> schedules, List<Unreadable> unreadable) {
    public Due {
        schedules = List.copyOf(schedules);
        unreadable = List.copyOf(unreadable);
    }

    public int size() {
        return schedules.size() + unreadable.size();
    }

    /// A schedule whose row holds what this version cannot read.
    public record Unreadable(ScheduleId id, RuntimeException problem) {}
}
