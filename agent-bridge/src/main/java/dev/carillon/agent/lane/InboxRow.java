package dev.carillon.agent.lane;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("inbox")
record InboxRow(
        @Id String id,
        String lane,
        String gateway,
        String chat,
        @Nullable String thread,
        String agent,
        @Nullable String side,
        String kind,
        @Nullable String senderId,
        @Nullable String senderName,
        String text,
        @Nullable String messageId,
        @Nullable String runId,
        long lateBy,
        int attempts,
        long notBefore,
        long receivedAt) {}
