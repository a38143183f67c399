package dev.carillon.agent.timekeeper;

/// What somebody said, understood in the light of what was said before.
sealed interface Heard {
    record Meant(Understanding understanding) implements Heard {}

    /// Yes, cancel all of them.
    record Confirmed() implements Heard {}

    /// No, leave them.
    record Declined() implements Heard {}
}
