package dev.carillon.gateway.chat.web;

/// What those who look at a chat are told.
public sealed interface WebEvent {
    /// A message is new or has changed.
    record Message(WebMessage message) implements WebEvent {}

    /// The agent is at work.
    record Typing() implements WebEvent {}

    /// An answer is under way.
    record Partial(String turnId, String text) implements WebEvent {}
}
