package dev.carillon.agent.lane;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Lane;
import dev.carillon.agent.Person;
import dev.carillon.agent.command.CommandAgent;
import dev.carillon.scheduler.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One thing a lane has to work on.
///
/// @param further the ids of messages that the same person sent right after it, and whose words and
///   files are part of it
/// @param attached what is in the files, as far as it is text, in words for an agent; empty until
///   they are looked at
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
        Instant receivedAt,
        List<String> further,
        List<Attachment> attachments,
        String attached) {

    List<String> rows() {
        return Stream.concat(Stream.of(id), further.stream()).toList();
    }

    /// Whether the agent is called by it into a talk that it has listened to. Commands need no
    /// context, and tasks have their own.
    boolean hearsAround() {
        return kind == Kind.SAID && !lane.agent().equals(CommandAgent.NAME);
    }

    InboxItem withAttached(String contents) {
        return new InboxItem(
                id,
                kind,
                lane,
                sender,
                text,
                messageId,
                run,
                lateBy,
                attempts,
                notBefore,
                receivedAt,
                further,
                attachments,
                contents);
    }

    enum Kind {
        SAID,
        TASK,
        HEARTBEAT,
        PRESSED,
        ENDPOINT
    }
}
