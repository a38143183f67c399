package dev.carillon.scheduler.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// @param closed why nothing can be said in the chat; absent: something can
@MappedEntity("unread")
record UnreadRow(
        @Id @MappedProperty("chat") String chat,
        @MappedProperty("deliveries") int deliveries,
        @MappedProperty("told") int told,
        @MappedProperty("closed") @Nullable String closed,
        @MappedProperty("closed_at") @Nullable Long closedAt) {
    /// So much has been delivered.
    static UnreadRow of(String chat, int deliveries) {
        return new UnreadRow(chat, deliveries, 0, null, null);
    }
}
