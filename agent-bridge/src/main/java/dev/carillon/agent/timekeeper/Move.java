package dev.carillon.agent.timekeeper;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// The new timing in a change. People often say only the half that changes ("move it to ten"); the
/// other half then stays as it is.
public sealed interface Move {

    /// A whole new timing.
    record Anew(Plan plan) implements Move {}

    /// Another time of day on the same days. For a one-shot, on its day.
    record ToTime(LocalTime time, @Nullable String assumption) implements Move {}

    /// Another day at the same time.
    record ToDay(LocalDate day, @Nullable String assumption) implements Move {}
}
