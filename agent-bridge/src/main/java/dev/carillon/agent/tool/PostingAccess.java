package dev.carillon.agent.tool;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.ScheduleRefused;

/// Where schedules may speak besides the chat they are made in.
@FunctionalInterface
public interface PostingAccess {
    /// Nowhere: what those have who were given nothing else.
    PostingAccess NOWHERE =
            (_, to) -> {
                throw refused(to, "");
            };

    /// Anywhere: for the operator's file and for programs, whose destinations are checked before.
    PostingAccess ANYWHERE = (_, _) -> {};

    /// @throws ScheduleRefused when the caller's agent may not post there, or nobody can
    void check(Caller caller, Destination to);

    /// @param more what is allowed, as a sentence; may be empty
    static ScheduleRefused refused(Destination to, String more) {
        return new ScheduleRefused(
                ScheduleRefused.Code.NOT_AVAILABLE,
                "schedules made here speak in this chat; posting to "
                        + to
                        + " is not allowed"
                        + (more.isEmpty() ? "" : ". " + more));
    }
}
