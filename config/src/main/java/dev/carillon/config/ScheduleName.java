package dev.carillon.config;

/// A schedule declared by the operator, by the name it has under `schedules`.
public record ScheduleName(String value) {
    public ScheduleName {
        Names.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
