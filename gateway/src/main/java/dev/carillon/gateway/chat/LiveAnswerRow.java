package dev.carillon.gateway.chat;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// @param destination the key of the destination
/// @param messageId absent while it is being posted
/// @param isClosed 1 when the whole answer is on its way, and nothing else may change the message
/// @param at when it was last about to be changed, in epoch milliseconds
@MappedEntity("live_answer")
record LiveAnswerRow(
        @Id @MappedProperty("destination") String destination,
        @MappedProperty("gateway") String gateway,
        @MappedProperty("turn") String turn,
        @MappedProperty("message_id") @Nullable String messageId,
        @MappedProperty("closed") int isClosed,
        @MappedProperty("at") long at) {}
