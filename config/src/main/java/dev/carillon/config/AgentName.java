package dev.carillon.config;

/// An agent, by the name it has under `agents`.
public record AgentName(String value) {
    public AgentName {
        Names.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
