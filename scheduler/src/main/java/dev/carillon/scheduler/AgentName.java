package dev.carillon.scheduler;

/// The name of an agent as the operator wrote it in the config file.
public record AgentName(String value) {
    public AgentName {
        Texts.requireNotBlank("agent name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
