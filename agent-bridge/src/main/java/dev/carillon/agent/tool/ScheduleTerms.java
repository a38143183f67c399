package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.config.ActiveHours;
import dev.carillon.config.GuardRailsConfig;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Payload;
import dev.carillon.scheduler.Policies;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the terms of a schedule from arguments. The tool, the HTTP API and the config file all use
/// these names.
public final class ScheduleTerms {
    private static final List<String> PAYLOADS = List.of("message", "task", "endpoint", "workflow");

    private ScheduleTerms() {}

    /// @throws ScheduleRefused when something is missing, contradictory or cannot be understood
    public static Terms create(Arguments arguments, Caller caller, Instant now) {
        refuseUnavailable(arguments);
        Trigger trigger =
                HourArguments.withinUsual(
                        TriggerArguments.require(arguments, caller.zone(), now),
                        arguments,
                        caller.rails().activeHours(),
                        now);
        Payload payload = payload(arguments, caller.endpoints());
        if (payload == null) {
            throw ScheduleRefused.invalid(
                    "say what is to happen: 'message' (posted as it is), 'task' (an instruction that"
                            + " the agent works on), 'endpoint' (an HTTP request), or 'heartbeat' in"
                            + " the place of a timing");
        }
        Terms terms =
                valid(() ->
                        new Terms(
                                arguments.text("name"),
                                destination(arguments, caller),
                                caller.agent(),
                                trigger,
                                payload,
                                PolicyArguments.apply(
                                        arguments, Policies.defaultsFor(trigger, payload), now)));
        return PolicyArguments.spread(arguments, terms);
    }

    /// Puts what the arguments say in the place of what was agreed before.
    ///
    /// @throws ScheduleRefused when something is contradictory or cannot be understood
    public static Terms update(
            Arguments arguments,
            Terms before,
            EndpointAccess endpoints,
            GuardRailsConfig rails,
            Instant now) {
        ActiveHours usual = rails.activeHours();
        refuseUnavailable(arguments);
        Trigger changed = TriggerArguments.change(arguments, before.trigger(), now);
        Trigger trigger =
                changed.equals(before.trigger())
                        ? changed
                        : HourArguments.withinUsual(changed, arguments, usual, now);
        Payload payload = payload(arguments, endpoints);
        String name = arguments.text("name");
        Terms terms =
                valid(() ->
                        before.withTrigger(trigger)
                                .withPayload(payload == null ? before.payload() : payload)
                                .withName(name == null ? before.name() : name)
                                .withPolicies(
                                        PolicyArguments.apply(arguments, before.policies(), now)));
        return PolicyArguments.spread(arguments, terms);
    }

    private static @Nullable Payload payload(Arguments arguments, EndpointAccess endpoints) {
        List<String> given = PAYLOADS.stream().filter(arguments::has).toList();
        if (given.size() > 1) {
            throw ScheduleRefused.invalid(
                    "give one of " + PAYLOADS + ", not both " + String.join(" and ", given));
        }
        if (arguments.has("heartbeat")) {
            if (!given.isEmpty()) {
                throw ScheduleRefused.invalid(
                        "'heartbeat' wakes the agent without an instruction; leave out '"
                                + given.getFirst()
                                + "', or give 'every' instead of 'heartbeat'");
            }
            return new Payload.Heartbeat();
        }
        if (given.isEmpty()) {
            return null;
        }
        JsonNode endpoint = arguments.object("endpoint");
        if (endpoint != null) {
            return EndpointArguments.read(endpoint, endpoints);
        }
        String text = Objects.requireNonNull(arguments.text(given.getFirst()));
        return given.getFirst().equals("message")
                ? new Payload.Message(text)
                : new Payload.Task(text);
    }

    private static Destination destination(Arguments arguments, Caller caller) {
        JsonNode named = arguments.object("destination");
        if (named == null) {
            return caller.destination();
        }
        Destination destination =
                new Destination(
                        part(named, "gateway", caller.destination().gateway()),
                        part(named, "chat", caller.destination().chat()),
                        named.hasNonNull("thread") ? named.get("thread").asText() : null);
        if (!destination.equals(caller.destination())) {
            caller.posting().check(caller, destination);
        }
        return destination;
    }

    private static String part(JsonNode destination, String name, String otherwise) {
        return destination.hasNonNull(name) ? destination.get(name).asText() : otherwise;
    }

    private static void refuseUnavailable(Arguments arguments) {
        for (String name : List.of("workflow", "process_handle")) {
            if (arguments.has(name)) {
                throw new ScheduleRefused(
                        ScheduleRefused.Code.NOT_AVAILABLE,
                        "'" + name + "' is not available on this server; leave it out");
            }
        }
    }

    private static Terms valid(Supplier<Terms> terms) {
        try {
            return terms.get();
        } catch (IllegalArgumentException e) {
            throw ScheduleRefused.invalid(String.valueOf(e.getMessage()));
        }
    }
}
