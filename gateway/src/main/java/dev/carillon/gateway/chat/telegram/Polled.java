package dev.carillon.gateway.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/// What came of asking for updates.
sealed interface Polled {
    /// The updates, raw, oldest first; none when nothing happened for a while.
    record Updates(List<JsonNode> all) implements Polled {
        public Updates {
            all = List.copyOf(all);
        }
    }

    /// Another program asks with the same token.
    record Conflict(String reason) implements Polled {}

    /// A webhook is set, so that nobody can ask.
    record WebhookSet() implements Polled {}

    /// Telegram does not know the token.
    record WrongToken(String reason) implements Polled {}

    /// Telegram wants us to wait.
    record Wait(Duration time) implements Polled {}

    /// Telegram was not reached, or is not itself.
    record Failed(String reason) implements Polled {}
}
