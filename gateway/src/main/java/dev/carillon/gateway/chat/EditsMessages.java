package dev.carillon.gateway.chat;

import dev.carillon.scheduler.Destination;
import java.util.Optional;

/// A platform on which an answer can be shown while it grows: a message that is changed until it is
/// whole. Methods return what became of it, as [ChatAdapter#send] does.
public interface EditsMessages {
    /// Posts the beginning of an answer.
    ///
    /// @param key the same for the same answer, so that it can be found again
    SendResult begin(Destination destination, String key, String textSoFar);

    /// Changes what was posted.
    SendResult change(Destination destination, String messageId, String textSoFar);

    /// Takes back what was posted; one that is gone already is no failure.
    ///
    /// @return [SendResult.Delivered] when it is not there any more
    SendResult remove(Destination destination, String messageId);

    /// The message that was posted under a key, if the platform can tell.
    Optional<String> find(Destination destination, String key);
}
