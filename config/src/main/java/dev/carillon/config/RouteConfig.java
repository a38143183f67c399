package dev.carillon.config;

import org.jspecify.annotations.Nullable;

/// Which agent answers where. Of several routes that fit, the first counts.
@Description("Which agent answers where. Of several routes that fit, the first counts.")
public record RouteConfig(
        @Description("The gateway it is about.") GatewayName gateway,
        @Description("Id of the chat it is about; all chats of the gateway if absent.")
                @Nullable String chat,
        @Description("The agent that answers.") AgentName agent) {
    public RouteConfig {
        Rules.of(RouteConfig.class, gateway, chat, agent).enforce();
    }

    public boolean matches(GatewayName otherGateway, String otherChat) {
        return gateway.equals(otherGateway) && (chat == null || chat.equals(otherChat));
    }
}
