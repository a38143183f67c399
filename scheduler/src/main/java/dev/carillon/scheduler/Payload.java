package dev.carillon.scheduler;

/// What a schedule brings about when it is due.
public sealed interface Payload {
    /// The exact text that was asked for, as people see it on the card.
    String text();

    /// Posted to the chat as it is; no agent runs.
    record Message(String text) implements Payload {
        public Message {
            Texts.requireNotBlank("message", text);
        }
    }

    /// An instruction the agent works on; its answer goes to the chat.
    record Task(String text) implements Payload {
        public Task {
            Texts.requireNotBlank("task", text);
        }
    }

    /// No instruction: the agent looks around and decides whether there is anything to say.
    record Heartbeat() implements Payload {
        @Override
        public String text() {
            return "heartbeat";
        }
    }
}
