package dev.carillon.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.tool.Arguments;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.EndpointAccess;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.agent.tool.TriggerArguments;
import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayName;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.config.LiveConfig;
import dev.carillon.scheduler.AgentName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.GuardRails;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleFilter;
import dev.carillon.scheduler.Schedules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what programs ask of schedules.
@Singleton
final class ScheduleRequests {
    private static final String DESTINATION =
            "{\"gateway\": ..., \"chat\": ...}, where the gateway is web if it is left out";

    private final LiveConfig config;
    private final ChatDoor door;
    private final Schedules schedules;
    private final Outgoing outgoing;
    private final GuardRails rails;
    private final InstantSource clock;

    ScheduleRequests(
            LiveConfig config,
            ChatDoor door,
            Schedules schedules,
            Outgoing outgoing,
            GuardRails rails,
            InstantSource clock) {
        this.door = door;
        this.config = config;
        this.schedules = schedules;
        this.outgoing = outgoing;
        this.rails = rails;
        this.clock = clock;
    }

    /// The caller that a body makes: its destination must be named, and exist.
    Caller caller(Arguments arguments) {
        JsonNode named = arguments.object("destination");
        if (named == null) {
            throw Problems.missing("destination", DESTINATION);
        }
        if (!named.hasNonNull("chat")) {
            throw Problems.missing("destination.chat", "the chat to speak in");
        }
        Destination destination =
                Destination.of(named.path("gateway").asText("web"), named.get("chat").asText());
        check(destination, named.path("thread"));
        AgentName agent = agent(arguments, destination);
        return new Caller(
                        destination,
                        agent,
                        new Owner(Owner.Kind.API, "api"),
                        zone(),
                        Caller.Sight.ALL)
                .with(rails.of(agent))
                .with(endpoints())
                .with(PostingAccess.ANYWHERE);
    }

    /// The bounds of the agent that a schedule belongs to.
    GuardRailsConfig rails(Schedule schedule) {
        return rails.of(schedule.terms().agent());
    }

    EndpointAccess endpoints() {
        return outgoing.ofOperator();
    }

    private void check(Destination destination, JsonNode thread) {
        GatewayConfig gateway = config.now().gateways().get(new GatewayName(destination.gateway()));
        if (gateway == null) {
            throw Problems.unknownName(
                    "destination.gateway",
                    destination.gateway(),
                    config.now().gateways().keySet().stream().map(String::valueOf).toList());
        }
        if (gateway instanceof GatewayConfig.Web) {
            ChatNames.check(destination.chat());
            if (!thread.isMissingNode() && !thread.isNull()) {
                throw Problems.invalid(
                        "destination.thread",
                        thread.asText(),
                        "nothing: the web chat has no threads");
            }
        }
    }

    private AgentName agent(Arguments arguments, Destination destination) {
        String named = arguments.text("agent");
        if (named == null) {
            GatewayName gateway = new GatewayName(destination.gateway());
            return new AgentName(config.now().agentFor(gateway, destination.chat()).value());
        }
        door.requireAgent(named);
        return new AgentName(named);
    }

    ZoneId zone() {
        return config.now().timezone();
    }

    /// From when on a preview counts; local in the zone of the timing.
    Instant from(Arguments arguments) {
        String from = arguments.text("from");
        ZoneId said = Moments.zone(arguments.text("timezone"));
        Instant now = clock.instant();
        return from == null ? now : Moments.read("from", from, said == null ? zone() : said, now);
    }

    /// Until when a schedule rests; absent: until somebody resumes it.
    @Nullable Instant pauseEnd(@Nullable String json, Schedule schedule) {
        Arguments arguments = ScheduleBodies.readIfPresent(json, ScheduleBodies.MOMENT);
        return TriggerArguments.pauseEnd(arguments, schedule.trigger().zone(), clock.instant());
    }

    Instant snoozeEnd(@Nullable String json, Schedule schedule) {
        Arguments arguments = ScheduleBodies.readIfPresent(json, ScheduleBodies.MOMENT);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant said = instant(arguments, schedule, now, "a snooze");
        return arguments.has("in")
                ? schedules.snoozedBy(schedule, Duration.between(now, said))
                : said;
    }

    private static Instant instant(
            Arguments arguments, Schedule schedule, Instant now, String what) {
        return TriggerArguments.instant(arguments, schedule.trigger().zone(), now, what);
    }

    static ScheduleFilter filter(
            @Nullable String agent,
            @Nullable String gateway,
            @Nullable String chat,
            @Nullable String status) {
        return new ScheduleFilter(gateway, chat, agent, statuses(status));
    }

    private static Set<Schedule.Status> statuses(@Nullable String status) {
        if (status == null) {
            return ScheduleFilter.LIVE;
        }
        Schedule.Status one = Parameters.choice("status", status, Schedule.Status.class, "all");
        return one == null ? EnumSet.allOf(Schedule.Status.class) : Set.of(one);
    }
}
