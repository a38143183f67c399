package dev.carillon.gateway.chat.telegram;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import org.jspecify.annotations.Nullable;

@MappedEntity("telegram_bot")
record BotRow(
        @Id @MappedProperty("bot") String bot,
        @MappedProperty("next_update") long nextUpdate,
        @MappedProperty("menu") @Nullable String menu,
        @MappedProperty("webhook") @Nullable String webhook) {}
