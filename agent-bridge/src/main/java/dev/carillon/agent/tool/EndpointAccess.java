package dev.carillon.agent.tool;

import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.ScheduleRefused;

/// Which HTTP requests a caller may have made.
@FunctionalInterface
public interface EndpointAccess {
    /// None at all: what those have who were given nothing else.
    EndpointAccess NONE =
            _ -> {
                throw new ScheduleRefused(
                        ScheduleRefused.Code.NOT_AVAILABLE,
                        "'endpoint' is not available here; leave it out");
            };

    /// @throws ScheduleRefused when the caller may not have it made
    void check(Payload.Endpoint endpoint);
}
