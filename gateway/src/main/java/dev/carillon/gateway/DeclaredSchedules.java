package dev.carillon.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.endpoint.Outgoing;
import dev.carillon.agent.tool.Arguments;
import dev.carillon.agent.tool.Caller;
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
import dev.carillon.config.Timing;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Owner;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Schedules;
import dev.carillon.scheduler.Terms;
import dev.carillon.scheduler.Trigger;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schedules of the config file into the store: makes those that are new, changes those
/// that were changed, and pauses those that were taken out of the file. Doing it again, on any
/// number of replicas, changes nothing.
final class DeclaredSchedules {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredSchedules.class);

    private final Config config;
    private final Schedules schedules;
    private final Outgoing outgoing;
    private final InstantSource clock;

    DeclaredSchedules(Config config, Schedules schedules, Outgoing outgoing, InstantSource clock) {
        this.config = config;
        this.schedules = schedules;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /// @throws StartFailure when a schedule exists that the operator wants to be told of
    void apply() {
        config.schedules().forEach(this::apply);
        for (Schedule schedule : schedules.declared()) {
            ScheduleName name = new ScheduleName(schedule.owner().id());
            boolean isActive = schedule.state().status() == Schedule.Status.ACTIVE;
            if (isActive && !config.schedules().containsKey(name)) {
                schedules.pause(schedule.id(), null);
                LOG.warn("schedule '{}' is no longer in the config file; it is paused", name);
            }
        }
    }

    private void apply(ScheduleName name, ScheduleConfig declared) {
        try {
            Optional<Schedule> existing = schedules.findByCreationKey(key(name));
            if (existing.isPresent()) {
                apply(name, declared, existing.get());
            } else if (declared.enabled()) {
                schedules.create(terms(name, declared), owner(name), key(name));
            }
        } catch (ScheduleRefused e) {
            LOG.warn("schedule '{}' of the config file is left out: {}", name, e.getMessage());
        }
    }

    private void apply(ScheduleName name, ScheduleConfig declared, Schedule existing) {
        switch (declared.ifExists()) {
            case SKIP -> {}
            case RAISE ->
                    throw new StartFailure(
                            "schedule '"
                                    + name
                                    + "' of the config file exists already (#"
                                    + existing.number()
                                    + " in "
                                    + existing.destination()
                                    + ") and has if_exists: raise");
            case UPDATE -> update(name, declared, existing);
        }
    }

    private void update(ScheduleName name, ScheduleConfig declared, Schedule existing) {
        if (!declared.enabled()) {
            if (existing.state().status() == Schedule.Status.ACTIVE) {
                schedules.pause(existing.id(), null);
            }
            return;
        }
        Terms wanted = kept(declared.timing(), terms(name, declared), existing.terms());
        if (!wanted.equals(existing.terms())) {
            schedules.update(existing.id(), wanted);
        }
        if (existing.state().status() == Schedule.Status.PAUSED) {
            schedules.resume(existing.id());
        }
    }

    /// What is counted from the moment of making stays as it was made.
    private static Terms kept(Timing timing, Terms wanted, Terms before) {
        if (timing.kind() == Timing.Kind.IN) {
            return wanted.withTrigger(before.trigger());
        }
        boolean isSameInterval =
                wanted.trigger() instanceof Trigger.Every now
                        && before.trigger() instanceof Trigger.Every then
                        && now.interval().equals(then.interval())
                        && now.zone().equals(then.zone());
        return isSameInterval ? wanted.withTrigger(before.trigger()) : wanted;
    }

    private Terms terms(ScheduleName name, ScheduleConfig declared) {
        DestinationConfig where = declared.destination();
        Destination destination =
                new Destination(where.gateway().value(), where.chat(), where.thread());
        AgentName agent =
                declared.agent() == null
                        ? config.agentFor(where.gateway(), where.chat())
                        : declared.agent();
        Caller caller =
                new Caller(
                                destination,
                                new dev.carillon.scheduler.AgentName(agent.value()),
                                owner(name),
                                zone(declared, agent),
                                Caller.Sight.ALL)
                        .with(rails(agent))
                        .with(outgoing.ofOperator());
        Arguments arguments = Arguments.of(json(name, declared), ScheduleTool.PARAMETER_NAMES);
        return ScheduleTerms.create(arguments, caller, clock.instant());
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
        put(json, "message", declared.message());
        put(json, "task", declared.task());
        if (declared.endpoint() != null) {
            json.set("endpoint", json(declared.endpoint()));
        }
        put(json, "session", declared.session().name());
        put(json, "missed", declared.missed() == null ? null : declared.missed().name());
        put(json, "overlap", declared.overlap().name());
        put(json, "notify", declared.notifyMode() == null ? null : declared.notifyMode().name());
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

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static Owner owner(ScheduleName name) {
        return new Owner(Owner.Kind.CONFIG, name.value());
    }

    private static String key(ScheduleName name) {
        return "config:" + name.value();
    }
}
