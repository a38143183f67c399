package dev.carillon.scheduler;

import org.jspecify.annotations.Nullable;

/// What was agreed about a schedule: when, what, where, by which agent, and with which policies.
///
/// @param name a short name people may refer to it by
public record Terms(
        @Nullable String name,
        Destination destination,
        AgentName agent,
        Trigger trigger,
        Payload payload,
        Policies policies) {
    private static final int MAX_NAME = 80;

    public Terms {
        if (name != null && (name.isBlank() || name.length() > MAX_NAME)) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + MAX_NAME + " characters, not '" + name + "'");
        }
    }

    public Terms withName(@Nullable String value) {
        return new Terms(value, destination, agent, trigger, payload, policies);
    }

    public Terms withTrigger(Trigger value) {
        return new Terms(name, destination, agent, value, payload, policies);
    }

    public Terms withPayload(Payload value) {
        return new Terms(name, destination, agent, trigger, value, policies);
    }

    public Terms withPolicies(Policies value) {
        return new Terms(name, destination, agent, trigger, payload, value);
    }
}
