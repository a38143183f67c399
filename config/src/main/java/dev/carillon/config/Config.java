package dev.carillon.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything the operator decided, with the defaults filled in: there is at least one agent, the
/// default agent is one of them, and every agent that needs a model has one. The maps keep the
/// order of the file.
public record Config(
        ServerConfig server,
        DatabaseConfig database,
        Path dataDir,
        ZoneId timezone,
        List<Admin> admins,
        AgentName defaultAgent,
        Map<AgentName, AgentConfig> agents,
        Map<GatewayName, GatewayConfig> gateways,
        List<RouteConfig> routes,
        Map<ScheduleName, ScheduleConfig> schedules,
        OutgoingConfig outgoing) {
    public Config {
        if (!agents.containsKey(defaultAgent)) {
            throw new IllegalArgumentException("the default agent " + defaultAgent + " is unknown");
        }
        admins = List.copyOf(admins);
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        gateways = Collections.unmodifiableMap(new LinkedHashMap<>(gateways));
        routes = List.copyOf(routes);
        schedules = Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
    }

    /// The agent that answers in a chat: that of the first route that fits, else the default.
    public AgentName agentFor(GatewayName gateway, String chat) {
        return routes.stream()
                .filter(route -> route.matches(gateway, chat))
                .findFirst()
                .map(RouteConfig::agent)
                .orElse(defaultAgent);
    }
}
