package dev.carillon.agent.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The instant at which somebody stops waiting.
record Deadline(InstantSource clock, Instant at) {
    static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /// This deadline, or the one that many seconds from now if that is sooner.
    Deadline atMost(Duration time) {
        Instant other = clock.instant().plus(time);
        return other.isBefore(at) ? new Deadline(clock, other) : this;
    }

    Duration left() {
        return Duration.between(clock.instant(), at);
    }

    boolean isOver() {
        return !left().isPositive();
    }
}
