package dev.carillon.gateway;

import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.web.WebAdapter;
import java.util.List;

/// Makes the adapters that the config file asks for.
final class ChatAdapters {
    private ChatAdapters() {}

    static List<ChatAdapter> of(Config config, WebAdapter web) {
        return config.gateways().values().stream()
                .<ChatAdapter>map(gateway ->
                        switch (gateway) {
                            case GatewayConfig.Web _ -> web;
                        })
                .distinct()
                .toList();
    }
}
