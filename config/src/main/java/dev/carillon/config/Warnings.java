package dev.carillon.config;

import dev.carillon.config.AccessConfig.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds what is allowed, but probably not meant.
final class Warnings {
    private final Problems problems;
    private final List<Problem> found = new ArrayList<>();

    Warnings(Problems problems) {
        this.problems = problems;
    }

    List<Problem> about(Config config) {
        aboutRoutes(config.routes());
        config.gateways().forEach((name, gateway) -> aboutAccess(name, gateway.access()));
        aboutBots(config.gateways());
        config.schedules().forEach(this::aboutSchedule);
        return found;
    }

    private void aboutRoutes(List<RouteConfig> routes) {
        for (int later = 1; later < routes.size(); later++) {
            RouteConfig route = routes.get(later);
            for (int earlier = 0; earlier < later; earlier++) {
                if (covers(routes.get(earlier), route)) {
                    warn(
                            "routes[%d]".formatted(later),
                            "is never used, because routes[%d] fits first".formatted(earlier));
                    break;
                }
            }
        }
    }

    private static boolean covers(RouteConfig earlier, RouteConfig later) {
        return earlier.gateway().equals(later.gateway())
                && (earlier.chat() == null || earlier.chat().equals(later.chat()));
    }

    private void aboutAccess(GatewayName gateway, AccessConfig access) {
        String path = "gateways." + gateway + ".access";
        if (access.policy() == Policy.ALLOWLIST && access.allow().isEmpty()) {
            warn(path + ".policy", "lets nobody in, because nobody is listed under allow");
        }
        boolean isAllowOfUse =
                Stream.of(access.policy(), access.groups())
                        .anyMatch(policy -> policy == Policy.ALLOWLIST || policy == Policy.PAIRING);
        if (!isAllowOfUse && !access.allow().isEmpty()) {
            warn(path + ".allow", "has no effect without policy: allowlist or pairing");
        }
    }

    /// Each message to a bot is told once, so that two gateways would share them by chance.
    private void aboutBots(Map<GatewayName, GatewayConfig> gateways) {
        Map<String, GatewayName> bots = new HashMap<>();
        gateways.forEach((name, gateway) -> {
            if (gateway instanceof GatewayConfig.Telegram telegram) {
                GatewayName other = bots.putIfAbsent(telegram.bot(), name);
                if (other != null) {
                    warn(
                            "gateways." + name + ".token",
                            "is of the same bot as gateways."
                                    + other
                                    + ".token, so that each message reaches only one of them");
                }
            }
            if (gateway instanceof GatewayConfig.Discord discord) {
                GatewayName other = bots.putIfAbsent(discord.token().value(), name);
                if (other != null) {
                    warn(
                            "gateways." + name + ".token",
                            "is that of gateways."
                                    + other
                                    + " too, so that each message is answered twice");
                }
            }
        });
    }

    private void aboutSchedule(ScheduleName name, ScheduleConfig schedule) {
        if (schedule.message() != null && schedule.session() != ScheduleConfig.Session.CHAT) {
            warn("schedules." + name + ".session", "has no effect on a message");
        }
    }

    private void warn(String path, String message) {
        found.add(problems.problem(problems.find(Place.TOP, path), message));
    }
}
