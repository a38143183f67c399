package dev.carillon.agent.lane;

import dev.carillon.agent.AgentFailure;
import dev.carillon.agent.Lane;
import dev.carillon.agent.endpoint.EndpointClient;
import dev.carillon.agent.endpoint.EndpointReport;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Run;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.queue.QueueKind;
import java.util.Objects;

/// Makes the requests that lie in the inbox. Each schedule has a lane of its own for them, whose
/// worker is not that of the agent: a server that takes its time holds up neither a conversation
/// nor another schedule.
final class EndpointCalls {
    /// All of them, whichever agent their schedules belong to: no agent has a part in it.
    static final QueueKind QUEUE = new QueueKind("endpoints");

    private final Schedules schedules;
    private final EndpointClient client;

    EndpointCalls(Schedules schedules, EndpointClient client) {
        this.schedules = schedules;
        this.client = client;
    }

    static Lane lane(Schedule schedule) {
        return new Lane(
                schedule.destination(),
                schedule.terms().agent(),
                "endpoint/" + schedule.id().value());
    }

    /// @throws AgentFailure when the request could not be made, or did not succeed
    EndpointReport carryOut(InboxItem item) {
        RunId id = Objects.requireNonNull(item.run(), "a request without a run: " + item.id());
        Run run =
                schedules
                        .findRun(id)
                        .orElseThrow(
                                () -> AgentFailure.lasting("The run " + id + " is gone.", null));
        // As it stands now and not as it was when it fired: a header corrected meanwhile counts.
        Payload payload =
                schedules
                        .find(run.scheduleId())
                        .map(Schedule::payload)
                        .orElseThrow(() ->
                                AgentFailure.lasting(
                                        "The schedule " + run.scheduleId() + " is gone.", null));
        return switch (payload) {
            case Payload.Endpoint endpoint -> client.call(endpoint, id);
            case Payload.Message _, Payload.Task _, Payload.Heartbeat _ ->
                    throw AgentFailure.lasting(
                            "The schedule was changed before its request was made.", null);
        };
    }
}
