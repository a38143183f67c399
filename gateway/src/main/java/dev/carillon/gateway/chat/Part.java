package dev.carillon.gateway.chat;

import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.Destination;

/// A message, or a part of one that was too long, as an adapter sends it.
///
/// @param key the same whenever this part is sent, so that the platform can tell a repeat
/// @param message what to show; the tag, the turn and what it edits only on the first part, cards
///   and buttons only on the last
public record Part(String key, Destination destination, OutboundMessage message) {}
