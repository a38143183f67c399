package dev.carillon.gateway;

import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.telegram.TelegramGateways;
import dev.carillon.gateway.chat.web.WebAdapter;
import java.io.IOException;
import java.util.List;

/// The adapters that the config file asks for.
public final class ChatAdapters implements AutoCloseable {
    private final List<ChatAdapter> all;

    ChatAdapters(Config config, WebAdapter web, TelegramGateways telegram) {
        this.all =
                config.gateways().entrySet().stream()
                        .<ChatAdapter>map(entry ->
                                switch (entry.getValue()) {
                                    case GatewayConfig.Web _ -> web;
                                    case GatewayConfig.Telegram settings ->
                                            telegram.adapter(entry.getKey().value(), settings);
                                })
                        .distinct()
                        .toList();
    }

    /// One for each gateway.
    public List<ChatAdapter> all() {
        return all;
    }

    /// @throws IOException when there is no such gateway any more
    ChatAdapter named(String gateway) throws IOException {
        return all.stream()
                .filter(adapter -> adapter.gateway().equals(gateway))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no gateway " + gateway));
    }

    void start() {
        all.forEach(ChatAdapter::start);
    }

    /// Receives nothing more; what waits can still be sent.
    @Override
    public void close() {
        all.forEach(ChatAdapter::close);
    }
}
