package dev.carillon.gateway.chat;

import dev.carillon.scheduler.Destination;

/// An adapter whose platform can show that an answer is under way. What it shows may be lost.
public interface ShowsProgress {
    void typing(Destination destination);

    /// The beginning of an answer, as far as it has come; replaces what was shown for the turn.
    void partial(Destination destination, String turnId, String textSoFar);
}
