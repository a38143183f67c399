package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// The columns are named, so that Micronaut Data does not work them out anew for each row it reads.
@MappedEntity("inbox")
record InboxRow(
        @Id @MappedProperty("id") String id,
        @MappedProperty("lane") String lane,
        @MappedProperty("gateway") String gateway,
        @MappedProperty("chat") String chat,
        @MappedProperty("thread") @Nullable String thread,
        @MappedProperty("agent") String agent,
        @MappedProperty("side") @Nullable String side,
        @MappedProperty("kind") String kind,
        @MappedProperty("sender_id") @Nullable String senderId,
        @MappedProperty("sender_name") @Nullable String senderName,
        @MappedProperty("text") String text,
        @MappedProperty("message_id") @Nullable String messageId,
        @MappedProperty("run_id") @Nullable String runId,
        @MappedProperty("late_by") long lateBy,
        @MappedProperty("attempts") int attempts,
        @MappedProperty("not_before") long notBefore,
        @MappedProperty("received_at") long receivedAt) {}
