package dev.carillon.gateway.api;

import dev.carillon.gateway.ChatAdapters;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the connections to the chat platforms are.
@Controller("/api/v1/gateways")
final class GatewayController {
    private final ChatAdapters adapters;

    GatewayController(ChatAdapters adapters) {
        this.adapters = adapters;
    }

    @Get
    List<GatewayView> list() {
        return adapters.all().stream().map(GatewayView::of).toList();
    }

    /// @param state `ready`, `starting` or `troubled`
    /// @param problem what is wrong and what to do about it
    @Serdeable(naming = SnakeCaseStrategy.class)
    record GatewayView(String name, String state, @Nullable String problem) {
        private static GatewayView of(ChatAdapter adapter) {
            return switch (adapter.health()) {
                case Health.Ready _ -> new GatewayView(adapter.gateway(), "ready", null);
                case Health.Starting _ -> new GatewayView(adapter.gateway(), "starting", null);
                case Health.Troubled(String what) ->
                        new GatewayView(adapter.gateway(), "troubled", what);
            };
        }
    }
}
