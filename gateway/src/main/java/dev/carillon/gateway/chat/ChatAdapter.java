package dev.carillon.gateway.chat;

/// One connection to a chat platform. An adapter translates and nothing else: access, routing,
/// order, repetition, rate limits and the splitting of long texts are done once, above it.
public interface ChatAdapter extends AutoCloseable {
    /// The name of the gateway in the config file.
    String gateway();

    /// Begins to receive; what comes in goes to the [ChatRouter]. Must not wait for the platform:
    /// one that cannot be reached keeps no other from starting.
    void start();

    /// Sends one part of a message and waits for the platform's answer. Called by one thread at a
    /// time for a destination.
    SendResult send(Part part);

    /// What the platform bears.
    Limits limits();

    /// Whether the platform tells a part that is sent twice from two parts, by its key. If not, a
    /// part whose outcome is unknown is repeated with a remark.
    boolean recognisesRepeats();

    /// Stops receiving; may be called twice, and before the start.
    @Override
    void close();
}
