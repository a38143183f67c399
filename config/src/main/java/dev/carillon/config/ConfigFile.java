package dev.carillon.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The file as it is laid out. What the rest of the program sees is [Config], where everything that
/// may be left out has been filled in.
@Description("Configuration of Carillon.")
record ConfigFile(
        @Description("Where the API and the web console listen.") ServerConfig server,
        @Description("Where everything is kept.") DatabaseConfig database,
        @Description(
                        "Directory for the database file and other data; --data and CARILLON_DATA override it.")
                @Default("./data")
                Path dataDir,
        @Description("Time zone used where nothing else names one.") @Default("UTC")
                ZoneId timezone,
        @Description("People who may see and change everything, as gateway:user-id.")
                List<Admin> admins,
        @Description(
                        "The model of all agents without one of their own. If there are no agents"
                                + " at all, it makes one, named assistant.")
                @Nullable ModelConfig model,
        @Description("The agent that answers where no route says otherwise; the first if absent.")
                @Nullable AgentName defaultAgent,
        @Description("The agents, by name.") @Default("timekeeper: {type: timekeeper}")
                Map<AgentName, AgentConfig> agents,
        @Description("The gateways, by name.") @Default("web: {type: web}")
                Map<GatewayName, GatewayConfig> gateways,
        @Description("Which agent answers where. Of several that fit, the first counts.")
                List<RouteConfig> routes,
        @Description(
                        "Schedules that are made or brought up to date at start, and when this"
                                + " file is read again, by name.")
                Map<ScheduleName, ScheduleConfig> schedules,
        @Description("Where the HTTP requests of schedules may go.") OutgoingConfig outgoing) {
    ConfigFile {
        admins = List.copyOf(admins);
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        gateways = Collections.unmodifiableMap(new LinkedHashMap<>(gateways));
        routes = List.copyOf(routes);
        schedules = Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
    }

    Config config() {
        AgentName agent = defaultAgent == null ? agents.keySet().iterator().next() : defaultAgent;
        return new Config(
                server, database, dataDir, timezone, admins, agent, agents, gateways, routes,
                schedules, outgoing);
    }
}
