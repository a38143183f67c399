package dev.carillon.gateway.chat.web;

import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.ChatRouter;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.store.Transactions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class WebFactory {
    private static final String DEFAULT = "web";

    @Singleton
    WebMessages messages(WebMessageRows rows, Transactions transactions) {
        return new WebMessages(rows, transactions);
    }

    @Singleton
    WebEvents events(WebMessages messages, InstantSource clock) {
        return new WebEvents(messages, clock);
    }

    @Singleton
    WebAdapter adapter(Config config, WebMessages messages, WebEvents events, InstantSource clock) {
        return new WebAdapter(name(config), messages, events, clock);
    }

    @Singleton
    WebChat chat(
            Config config,
            ChatRouter router,
            WebMessages messages,
            WebEvents events,
            InstantSource clock,
            Ids ids) {
        return new WebChat(name(config), router, messages, events, clock, ids);
    }

    /// There is one web chat: it is this process's own.
    private static String name(Config config) {
        return config.gateways().entrySet().stream()
                .filter(gateway -> gateway.getValue() instanceof GatewayConfig.Web)
                .map(gateway -> gateway.getKey().value())
                .findFirst()
                .orElse(DEFAULT);
    }
}
