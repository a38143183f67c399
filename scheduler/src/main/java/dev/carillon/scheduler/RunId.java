package dev.carillon.scheduler;

/// The identity of a run: a UUIDv7 as text, made by the application.
public record RunId(String value) {
    public RunId {
        Texts.requireNotBlank("run id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
