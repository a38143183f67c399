package dev.carillon.gateway.chat.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

/// The key is made of gateway and user; the code is as good and one column.
@MappedEntity("pairing")
record PairingRow(
        @MappedProperty("gateway") String gateway,
        @MappedProperty("user_id") String userId,
        @MappedProperty("user_name") String userName,
        @MappedProperty("chat") String chat,
        @MappedProperty("thread") @Nullable String thread,
        @Id @MappedProperty("code") String code,
        @MappedProperty("asked_at") long askedAt,
        @MappedProperty("told_at") long toldAt,
        @MappedProperty("approved_at") @Nullable Long approvedAt,
        @MappedProperty("approved_by") @Nullable String approvedBy) {}
