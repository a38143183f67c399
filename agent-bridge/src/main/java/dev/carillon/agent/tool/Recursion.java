package dev.carillon.agent.tool;

import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.function.Supplier;

/// Keeps scheduled work from scheduling more work: in a scheduled run an agent reads, and changes
/// nothing but the schedule that woke it.
final class Recursion {
    private Recursion() {}

    /// @param meant finds the schedule that is to be changed
    /// @throws ScheduleRefused says what can be done instead
    static void check(Action action, Caller caller, Supplier<ScheduleId> meant) {
        if (!caller.inScheduledRun()) {
            return;
        }
        switch (action) {
            case PREVIEW, LIST, GET, RUNS, READ_RUN -> {}
            case SKIP_NEXT, PAUSE, CANCEL -> {
                if (!meant.get().equals(caller.wokenBy())) {
                    throw refused(
                            "a scheduled run may skip, pause or cancel the schedule that woke it and"
                                    + " no other");
                }
            }
            case CREATE -> {
                if (!caller.rails().schedulesInRuns()) {
                    throw refused(
                            "schedules cannot be made inside a scheduled run; do what the task says"
                                    + " and answer, or propose the schedule in the answer");
                }
            }
            case UPDATE, RESUME, RUN, SNOOZE ->
                    throw refused(
                            "a scheduled run cannot "
                                    + Choices.name(action)
                                    + " schedules; it may read them, and skip_next, pause or cancel"
                                    + " the one that woke it");
        }
    }

    private static ScheduleRefused refused(String message) {
        return new ScheduleRefused(ScheduleRefused.Code.NOT_AVAILABLE, message);
    }
}
