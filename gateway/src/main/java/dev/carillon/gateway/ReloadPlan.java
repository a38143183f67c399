package dev.carillon.gateway;

import dev.carillon.config.AgentConfig;
import dev.carillon.config.AgentName;
import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.config.RouteConfig;
import dev.carillon.config.ScheduleConfig;
import dev.carillon.config.ScheduleName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a file that was read again can hold at once. Pure.
///
/// @param config what is to hold from now on: the new file, with the running parts in the place of
///   those that need a restart
/// @param changed the keys that change
/// @param needsRestart the keys that differ from what runs, and change only at the next start
record ReloadPlan(Config config, List<String> changed, List<String> needsRestart) {
    static ReloadPlan of(Config running, Config wanted) {
        return new Making(running, wanted).plan();
    }

    private static final class Making {
        private final Config running;
        private final Config wanted;
        private final List<String> changed = new ArrayList<>();
        private final Set<String> later = new LinkedHashSet<>();

        private Making(Config running, Config wanted) {
            this.running = running;
            this.wanted = wanted;
        }

        private ReloadPlan plan() {
            server();
            later("database", running.database(), wanted.database());
            later("data_dir", running.dataDir(), wanted.dataDir());
            later("timezone", running.timezone(), wanted.timezone());
            later("outgoing", running.outgoing(), wanted.outgoing());
            Config config =
                    new Config(
                            running.server(),
                            running.database(),
                            running.dataDir(),
                            running.timezone(),
                            wanted.admins(),
                            defaultAgent(),
                            agents(),
                            gateways(),
                            routes(),
                            schedules(),
                            running.outgoing());
            now("admins", running.admins(), config.admins());
            now("default_agent", running.defaultAgent(), config.defaultAgent());
            now("routes", running.routes(), config.routes());
            return new ReloadPlan(config, changed, List.copyOf(later));
        }

        private void server() {
            later("server.host", running.server().host(), wanted.server().host());
            later("server.port", running.server().port(), wanted.server().port());
            later("server.api_token", running.server().apiToken(), wanted.server().apiToken());
        }

        private AgentName defaultAgent() {
            if (running.agents().containsKey(wanted.defaultAgent())) {
                return wanted.defaultAgent();
            }
            later.add("default_agent");
            return running.defaultAgent();
        }

        /// Guard rails are asked for at each use; all else about an agent is built at start.
        private Map<AgentName, AgentConfig> agents() {
            Map<AgentName, AgentConfig> agents = new LinkedHashMap<>();
            running.agents()
                    .forEach((name, before) -> {
                        String key = "agents." + name;
                        AgentConfig after = wanted.agents().get(name);
                        if (after == null) {
                            later.add(key);
                            agents.put(name, before);
                            return;
                        }
                        later(key, before, after.withGuardRails(before.guardRails()));
                        now(key + ".guard_rails", before.guardRails(), after.guardRails());
                        agents.put(name, before.withGuardRails(after.guardRails()));
                    });
            named("agents.", wanted.agents().keySet(), running.agents().keySet());
            return agents;
        }

        private Map<GatewayName, GatewayConfig> gateways() {
            Map<GatewayName, GatewayConfig> gateways = new LinkedHashMap<>();
            running.gateways()
                    .forEach((name, before) -> {
                        GatewayConfig after = wanted.gateways().get(name);
                        String key = "gateways." + name;
                        if (after == null || !before.getClass().equals(after.getClass())) {
                            later.add(key);
                            gateways.put(name, before);
                            return;
                        }
                        later(key, before, after.withAccess(before.access()));
                        now(key + ".access", before.access(), after.access());
                        gateways.put(name, before.withAccess(after.access()));
                    });
            named("gateways.", wanted.gateways().keySet(), running.gateways().keySet());
            return gateways;
        }

        private List<RouteConfig> routes() {
            List<RouteConfig> routes = new ArrayList<>();
            for (int i = 0; i < wanted.routes().size(); i++) {
                RouteConfig route = wanted.routes().get(i);
                if (runs(route.agent()) && runs(route.gateway())) {
                    routes.add(route);
                } else {
                    later.add("routes[" + i + "]");
                }
            }
            return routes;
        }

        /// One that needs what does not run yet stays as it was.
        private Map<ScheduleName, ScheduleConfig> schedules() {
            Map<ScheduleName, ScheduleConfig> schedules = new LinkedHashMap<>();
            wanted.schedules()
                    .forEach((name, after) -> {
                        AgentName agent = after.agent();
                        if ((agent == null || runs(agent)) && runs(after.destination().gateway())) {
                            schedules.put(name, after);
                            return;
                        }
                        later.add("schedules." + name);
                        ScheduleConfig before = running.schedules().get(name);
                        if (before != null) {
                            schedules.put(name, before);
                        }
                    });
            return schedules;
        }

        private boolean runs(AgentName agent) {
            return running.agents().containsKey(agent);
        }

        private boolean runs(GatewayName gateway) {
            return running.gateways().containsKey(gateway);
        }

        private void named(String prefix, Set<?> names, Set<?> there) {
            names.stream()
                    .filter(name -> !there.contains(name))
                    .forEach(name -> later.add(prefix + name));
        }

        private void later(String key, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after)) {
                later.add(key);
            }
        }

        private void now(String key, Object before, Object after) {
            if (!before.equals(after)) {
                changed.add(key);
            }
        }
    }
}
