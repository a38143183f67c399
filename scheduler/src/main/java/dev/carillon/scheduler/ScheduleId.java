package dev.carillon.scheduler;

/// The identity of a schedule: a UUIDv7 as text, made by the application.
public record ScheduleId(String value) implements Comparable<ScheduleId> {
    public ScheduleId {
        Texts.requireNotBlank("schedule id", value);
    }

    @Override
    public int compareTo(ScheduleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
