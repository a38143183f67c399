package dev.carillon.agent;

/// Somebody who answers in a chat: the built-in timekeeper, a language model, or any other kind.
///
/// An agent keeps no state between turns but what is in the [Turn]: it may be asked by any replica,
/// and asked again for the same turn after a crash. What it does to the world goes through the
/// turn's tools, which are safe to repeat.
public interface Agent {
    /// Works on one turn. Runs on a virtual thread and may take hours; ends soon when the thread is
    /// interrupted.
    ///
    /// @param progress is told what can be shown before the answer is there
    /// @throws AgentFailure when there is no answer; says whether trying again may help
    Answer respond(Turn turn, Progress progress);
}
