package dev.carillon.agent.lane;

import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.scheduler.RunId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing a lane has to work on.
///
/// @param attempts how often a turn over it was begun; more than one means that a turn failed or
///   that a process died in it
record InboxItem(
        String id,
        Kind kind,
        Lane lane,
        @Nullable Person sender,
        String text,
        @Nullable String messageId,
        @Nullable RunId run,
        Duration lateBy,
        int attempts,
        Instant notBefore,
        Instant receivedAt) {

    enum Kind {
        SAID,
        TASK,
        HEARTBEAT,
        PRESSED,
        ENDPOINT
    }
}
