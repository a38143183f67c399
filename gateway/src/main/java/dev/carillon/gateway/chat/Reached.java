package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.OutboxItem;

/// How far the sending of a message has come.
///
/// @param isInDoubt whether the platform may have the next part already
record Reached(OutboxItem item, int partsSent, boolean isInDoubt) {
    Reached inDoubt() {
        return new Reached(item, partsSent, true);
    }
}
