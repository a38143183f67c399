package dev.carillon.config;

/// A value that must not be seen: it appears in no message, log or `toString`.
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new InvalidValue("a secret that is not empty", "");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
