package dev.carillon.agent.timekeeper;

import java.time.LocalDateTime;

/// What ends a recurring schedule.
public sealed interface Limit {

    /// No run after this local time. "Until friday" includes the Friday and is its last second.
    record Until(LocalDateTime time) implements Limit {}

    /// So many runs and no more.
    record Runs(int count) implements Limit {
        public Runs {
            if (count < 1) {
                throw new IllegalArgumentException("not a number of runs: " + count);
            }
        }
    }
}
