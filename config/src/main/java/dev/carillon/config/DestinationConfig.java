package dev.carillon.config;

import org.jspecify.annotations.Nullable;

/// Where messages go.
@Description("Where messages go.")
public record DestinationConfig(
        @Description("The gateway.") GatewayName gateway,
        @Description("Id of the chat.") String chat,
        @Description("Id of the thread in the chat, where the platform has threads.")
                @Nullable String thread) {
    public DestinationConfig {
        Rules.of(DestinationConfig.class, gateway, chat, thread).enforce();
    }
}
