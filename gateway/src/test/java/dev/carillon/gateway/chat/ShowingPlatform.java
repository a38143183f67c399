package dev.carillon.gateway.chat;

import dev.carillon.scheduler.Destination;
import java.util.List;

/// An adapter and what its platform shows.
public interface ShowingPlatform extends AutoCloseable {
    ChatAdapter adapter();

    /// The platform's id of a chat that goes by a name here.
    default String chat(String name) {
        return name;
    }

    /// The texts of a chat.
    List<String> shown(Destination destination);

    @Override
    void close();
}
