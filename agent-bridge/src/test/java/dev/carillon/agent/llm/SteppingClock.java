package dev.carillon.agent.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that goes on by one step each time somebody looks at it.
final class SteppingClock implements InstantSource {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-20T13:03:00Z"));
    private volatile Duration step;

    SteppingClock(Duration step) {
        this.step = step;
    }

    @Override
    public Instant instant() {
        return now.getAndUpdate(instant -> instant.plus(step));
    }

    void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    void goBy(Duration newStep) {
        step = newStep;
    }
}
