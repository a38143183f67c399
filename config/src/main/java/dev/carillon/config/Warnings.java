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

    /// Two gateways would share the messages to a bot by chance, or answer each of them twice.
    private void aboutBots(Map<GatewayName, GatewayConfig> gateways) {
        Map<String, GatewayName> bots = new HashMap<>();
        gateways.forEach((name, gateway) -> {
            switch (gateway) {
                case GatewayConfig.Web _ -> {
                    // Has no bot.
                }
                case GatewayConfig.Telegram telegram ->
                        aboutBot(bots, name, "token", telegram.bot());
                case GatewayConfig.Slack slack ->
                        aboutBot(bots, name, "bot_token", slack.botToken().value());
                case GatewayConfig.Discord discord ->
                        aboutBot(bots, name, "token", discord.token().value());
            }
        });
    }

    private void aboutBot(Map<String, GatewayName> bots, GatewayName name, String key, String bot) {
        GatewayName other = bots.putIfAbsent(bot, name);
        if (other != null) {
            warn(
                    "gateways." + name + "." + key,
                    "is of the same bot as gateways."
                            + other
                            + "."
                            + key
                            + ", so that each message reaches only one of them, or both");
        }
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
