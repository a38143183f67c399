package dev.carillon.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.tool.Arguments;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.EndpointAccess;
import dev.carillon.agent.tool.ScheduleTool;
import dev.carillon.agent.tool.TriggerArguments;
import dev.carillon.config.Config;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.time.TimeText;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what programs ask of schedules.
@Singleton
final class ScheduleRequests {
    private final Config config;
    private final Schedules schedules;
    private final Outgoing outgoing;
    private final InstantSource clock;

    ScheduleRequests(Config config, Schedules schedules, Outgoing outgoing, InstantSource clock) {
        this.config = config;
        this.schedules = schedules;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    static Arguments arguments(String json) {
        return Arguments.parse(json, with("agent"));
    }

    static Arguments previewArguments(String json) {
        return Arguments.parse(json, with("from", "count"));
    }

    private static Set<String> with(String... further) {
        Set<String> names = new LinkedHashSet<>(ScheduleTool.PARAMETER_NAMES);
        names.remove("action");
        names.addAll(Set.of(further));
        return names;
    }

    /// The caller that a body makes: its destination must be named, and exist.
    Caller caller(Arguments arguments) {
        JsonNode named = arguments.object("destination");
        if (named == null || !named.hasNonNull("chat")) {
            throw Problems.badRequest(
                    "'destination' is missing: {\"gateway\": ..., \"chat\": ...}");
        }
        String gateway = named.path("gateway").asText("web");
        if (!config.gateways().containsKey(new GatewayName(gateway))) {
            throw Problems.badRequest(
                    "there is no gateway '"
                            + gateway
                            + "'; there are "
                            + config.gateways().keySet());
        }
        String chat = named.get("chat").asText();
        if (config.gateways().get(new GatewayName(gateway)) instanceof GatewayConfig.Web) {
            ChatNames.check(chat);
        }
        Destination destination = Destination.of(gateway, chat);
        return new Caller(
                destination,
                agent(arguments, destination),
                new Owner(Owner.Kind.API, "api"),
                zone(),
                Caller.Sight.ALL,
                false,
                endpoints());
    }

    EndpointAccess endpoints() {
        return outgoing.ofOperator();
    }

    private AgentName agent(Arguments arguments, Destination destination) {
        String named = arguments.text("agent");
        if (named == null) {
            GatewayName gateway = new GatewayName(destination.gateway());
            return new AgentName(config.agentFor(gateway, destination.chat()).value());
        }
        boolean isKnown =
                config.agents().keySet().stream().anyMatch(name -> name.value().equals(named));
        if (!isKnown) {
            throw Problems.badRequest(
                    "there is no agent '" + named + "'; there are " + config.agents().keySet());
        }
        return new AgentName(named);
    }

    ZoneId zone() {
        return config.timezone();
    }

    Instant from(Arguments arguments) {
        String from = arguments.text("from");
        return from == null ? clock.instant() : TimeText.at(from, zone(), clock.instant());
    }

    @Nullable Instant optionalInstant(@Nullable String json, Schedule schedule) {
        boolean isEmpty = json == null || json.isBlank() || json.strip().equals("{}");
        return isEmpty ? null : instant(json, schedule);
    }

    Instant snoozeEnd(@Nullable String json, Schedule schedule) {
        Instant now = clock.instant();
        Instant said = instant(json, schedule);
        boolean isLength = json != null && json.contains("\"in\"");
        return isLength ? schedules.snoozedBy(schedule, Duration.between(now, said)) : said;
    }

    Instant instant(@Nullable String json, Schedule schedule) {
        Arguments arguments =
                Arguments.parse(json == null ? "" : json, Set.of("in", "at", "timezone"));
        return TriggerArguments.instant(
                arguments, schedule.trigger().zone(), clock.instant(), "this");
    }

    static ScheduleFilter filter(
            @Nullable String agent,
            @Nullable String gateway,
            @Nullable String chat,
            @Nullable String status) {
        return new ScheduleFilter(gateway, chat, agent, statuses(status));
    }

    private static Set<Schedule.Status> statuses(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return ScheduleFilter.LIVE;
        }
        if (status.equals("all")) {
            return EnumSet.allOf(Schedule.Status.class);
        }
        try {
            return Set.of(Schedule.Status.valueOf(status.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            throw Problems.badRequest(
                    "'status' must be active, paused, finished, cancelled or all, not '"
                            + status
                            + "'");
        }
    }
}
