package dev.carillon.agent.timekeeper;

/// Which schedule a person means. Finding it is up to the caller.
public sealed interface Ref {

    /// Its short number in the chat: "2", "#2", "number 2".
    record Numbered(int number) implements Ref {}

    /// Words of its name or text, as said, without article and without "reminder" around them.
    record Named(String words) implements Ref {}

    /// The one spoken of last: "that", "it", "the last one".
    record That() implements Ref {}

    /// Every one in the chat.
    record All() implements Ref {}
}
