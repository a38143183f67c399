package dev.carillon.agent.lane;

import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Schedule;
import org.jspecify.annotations.Nullable;

/// What a chat hears of work that fails again and again: of the first failure, of the one that
/// makes a row of them alarming, of the one at which the schedule is paused, and of the recovery.
/// What happens between is in the history of runs.
final class RepeatedFailures {
    private final GuardRails rails;

    RepeatedFailures(GuardRails rails) {
        this.rails = rails;
    }

    /// @param inARow how many failures there were, this one included
    /// @return what the chat is told; null: nothing new
    @Nullable String text(Schedule schedule, int inARow, @Nullable String problem) {
        String text = "I could not do “" + schedule.payload().text() + "”: " + problem;
        if (!schedule.isRecurring()) {
            return text;
        }
        GuardRailsConfig limits = limits(schedule);
        if (inARow == limits.pauseAfter()) {
            return text
                    + "\n\nThat was the "
                    + inARow
                    + ". failure in a row, so #"
                    + schedule.number()
                    + " is paused now. Say “resume "
                    + schedule.number()
                    + "” when the cause is mended.";
        }
        if (inARow == limits.alertAfter()) {
            return text
                    + "\n\n#"
                    + schedule.number()
                    + " has failed "
                    + inARow
                    + " times in a row. It goes on trying; I will not repeat this, and tell you when"
                    + " it works again or is paused.";
        }
        return inARow == 1 ? text : null;
    }

    boolean isToPause(Schedule schedule, int inARow) {
        return schedule.isRecurring() && inARow >= limits(schedule).pauseAfter();
    }

    /// Whether a success ends a row of failures that the chat was alerted of.
    ///
    /// @param schedule as it was before the success
    boolean isRecovery(Schedule schedule) {
        return schedule.state().consecutiveFailures() >= limits(schedule).alertAfter();
    }

    String recovered(Schedule schedule) {
        return "#"
                + schedule.number()
                + " works again, after "
                + schedule.state().consecutiveFailures()
                + " failures in a row.";
    }

    private GuardRailsConfig limits(Schedule schedule) {
        return rails.of(schedule.terms().agent());
    }
}
