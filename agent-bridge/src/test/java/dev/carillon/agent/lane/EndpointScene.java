package dev.carillon.agent.lane;

import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.queue.Lease;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.testing.SampleSchedules;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// Schedules that make requests, step by step.
record EndpointScene(LaneApplication application) {
    Schedule every(Duration interval, Payload payload, UnaryOperator<Policies> policies) {
        Trigger trigger =
                new Trigger.Every(interval, application.clock().instant(), SampleSchedules.BERLIN);
        Policies agreed = policies.apply(Policies.defaultsFor(trigger, payload));
        Terms terms = new Terms(null, LaneScene.CHAT, LaneScene.AGENT, trigger, payload, agreed);
        return application.bean(Schedules.class).create(terms, Owner.person("anna"), null);
    }

    List<Lease> claim() {
        return application
                .bean(QueueStore.class)
                .claim(EndpointCalls.QUEUE, application.clock().instant(), 100);
    }

    /// Makes requests until there is none to be made now.
    void workOff() {
        for (List<Lease> leases = claim(); !leases.isEmpty(); leases = claim()) {
            leases.forEach(application.bean(TurnRunner.class)::work);
        }
    }

    /// Lets time pass, and what is due happen.
    void pass(Duration time) {
        application.pass(time);
        workOff();
    }

    List<String> outputs() {
        return application.rows(
                "SELECT COALESCE(output, ''), COALESCE(error, '') FROM run ORDER BY due_at, id");
    }
}
