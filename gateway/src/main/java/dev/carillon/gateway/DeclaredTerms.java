package dev.carillon.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.tool.Arguments;
import dev.carillon.agent.tool.Caller;
import dev.carillon.agent.tool.PostingAccess;
import dev.carillon.agent.tool.ScheduleTerms;
import dev.carillon.agent.tool.ScheduleTool;
import dev.carillon.config.AgentConfig;
import dev.carillon.config.AgentName;
import dev.carillon.config.Config;
import dev.carillon.config.DestinationConfig;
import dev.carillon.config.EndpointConfig;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.config.ScheduleConfig;
import dev.carillon.config.ScheduleName;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns what the config file says of a schedule into its terms: into the arguments that the
/// `schedule` tool and the API take, so that all three mean the same by them.
final class DeclaredTerms {
    private final Config config;
    private final Outgoing outgoing;

    DeclaredTerms(Config config, Outgoing outgoing) {
        this.config = config;
        this.outgoing = outgoing;
    }

    static Owner owner(ScheduleName name) {
        return new Owner(Owner.Kind.CONFIG, name.value());
    }

    /// @param now what `in` is counted from, and after what a time without a date comes
    /// @param madeAt when it was made, which its end is counted from
    /// @throws ScheduleRefused when it is not to be had
    Terms of(ScheduleName name, ScheduleConfig declared, Instant now, Instant madeAt) {
        DestinationConfig where = declared.destination();
        AgentName agent =
                declared.agent() == null
                        ? config.agentFor(where.gateway(), where.chat())
                        : declared.agent();
        Caller caller =
                new Caller(
                                new Destination(
                                        where.gateway().value(), where.chat(), where.thread()),
                                new dev.carillon.scheduler.AgentName(agent.value()),
                                owner(name),
                                zone(declared, agent),
                                Caller.Sight.ALL)
                        .with(rails(agent))
                        .with(outgoing.ofOperator())
                        .with(PostingAccess.ANYWHERE);
        Arguments arguments = Arguments.of(json(name, declared), ScheduleTool.PARAMETER_NAMES);
        Terms terms = ScheduleTerms.create(arguments, caller, now);
        return declared.expiresIn() == null
                ? terms
                : terms.withPolicies(
                        terms.policies().withExpiresAt(madeAt.plus(declared.expiresIn())));
    }

    private GuardRailsConfig rails(AgentName agent) {
        AgentConfig settings = config.agents().get(agent);
        return settings == null ? GuardRailsConfig.DEFAULT : settings.guardRails();
    }

    private ZoneId zone(ScheduleConfig declared, AgentName agent) {
        if (declared.timezone() != null) {
            return declared.timezone();
        }
        AgentConfig settings = config.agents().get(agent);
        return settings == null ? config.timezone() : settings.timezone();
    }

    private static ObjectNode json(ScheduleName name, ScheduleConfig declared) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name.value());
        json.put(
                declared.timing().kind().name().toLowerCase(Locale.ROOT), declared.timing().text());
        put(json, "active_hours", declared.activeHours());
        put(json, "message", declared.message());
        put(json, "task", declared.task());
        if (declared.endpoint() != null) {
            json.set("endpoint", json(declared.endpoint()));
        }
        put(json, "session", declared.session());
        put(json, "include_history", declared.includeHistory());
        put(json, "missed", declared.missed());
        put(json, "missed_within", declared.missedWithin());
        put(json, "max_missed", declared.maxMissed());
        put(json, "overlap", declared.overlap());
        put(json, "notify", declared.notifyMode());
        put(json, "max_runs", declared.maxRuns());
        put(json, "jitter", declared.jitter());
        put(json, "max_retries", declared.maxRetries());
        put(json, "retry_delay_ms", millis(declared.retryDelay()));
        put(json, "max_retry_delay_ms", millis(declared.maxRetryDelay()));
        return json;
    }

    private static ObjectNode json(EndpointConfig endpoint) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", endpoint.url().toString());
        json.put("method", endpoint.method().name());
        ObjectNode headers = json.putObject("headers");
        endpoint.headers().forEach((name, value) -> headers.put(name.value(), value.value()));
        put(json, "body", endpoint.body());
        json.put("expected_status", endpoint.expectedStatus());
        return json;
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value instanceof Duration time ? time.toSeconds() + "s" : text(value));
        }
    }

    private static String text(Object value) {
        return value instanceof Enum<?> choice ? choice.name() : value.toString();
    }
}
