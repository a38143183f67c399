package dev.carillon.scheduler;

import java.time.Duration;

/// Spreads the recurring jobs that agents make over three minutes, so that they do not all call
/// their models at the full hour. Fixed for a schedule; one-shots and what people or the operator
/// make stay exact.
final class Jitter {
    private static final int SECONDS = 181;

    private Jitter() {}

    static Terms apply(Terms terms, Owner owner, ScheduleId id) {
        boolean exact = owner.kind() != Owner.Kind.AGENT || terms.trigger() instanceof Trigger.At;
        if (exact || !terms.policies().jitter().isZero()) {
            return terms;
        }
        Duration jitter = Duration.ofSeconds(Math.floorMod(id.value().hashCode(), SECONDS));
        return terms.withPolicies(terms.policies().withJitter(jitter));
    }
}
