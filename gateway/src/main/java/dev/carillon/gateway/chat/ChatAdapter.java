package dev.carillon.gateway.chat;

import java.io.IOException;

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

    /// Fetches a file that came with a message.
    ///
    /// @param reference the [Attachment#reference]
    /// @param mostBytes a larger file is refused
    /// @throws IOException when it cannot be had, with a reason for people
    default byte[] fetch(String reference, int mostBytes) throws IOException {
        throw new IOException("the gateway " + gateway() + " has no files");
    }

    /// How the connection is now.
    default Health health() {
        return new Health.Ready();
    }

    /// Stops receiving; may be called twice, and before the start.
    @Override
    void close();
}
