package dev.carillon.config;

import org.jspecify.annotations.Nullable;

/// A place where an agent may post, besides the chat it is asked in.
@Description("A place where an agent may post, besides the chat it is asked in.")
public record PostingConfig(
        @Description("The gateway.") GatewayName gateway,
        @Description("Id of the chat; all chats of the gateway if absent.") @Nullable String chat) {
    public PostingConfig {
        Rules.of(PostingConfig.class, gateway, chat).enforce();
    }

    public boolean covers(String otherGateway, String otherChat) {
        return gateway.value().equals(otherGateway) && (chat == null || chat.equals(otherChat));
    }

    @Override
    public String toString() {
        return chat == null ? "all chats of " + gateway : gateway + "/" + chat;
    }
}
