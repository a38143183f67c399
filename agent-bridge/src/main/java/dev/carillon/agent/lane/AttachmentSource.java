package dev.carillon.agent.lane;

import java.io.IOException;

/// Where the files are that came with messages. The gateways know.
@FunctionalInterface
public interface AttachmentSource {
    /// Fetches a file.
    ///
    /// @param mostBytes a larger file is refused
    /// @throws IOException when it cannot be had, with a reason for people
    byte[] fetch(String gateway, String reference, int mostBytes) throws IOException;
}
