package dev.carillon.agent.timekeeper;

import dev.carillon.scheduler.Schedule;

/// What became of the search for the schedule somebody means.
sealed interface Target {
    record Found(Schedule schedule) implements Target {}

    /// @param answer a question that lists what may be meant, or what there is instead
    record Unclear(String answer) implements Target {}
}
