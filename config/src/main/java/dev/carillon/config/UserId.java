package dev.carillon.config;

/// A person, as a chat platform names them. Means something only together with a gateway.
public record UserId(String value) {
    public UserId {
        if (value.isBlank()) {
            throw new InvalidValue("a user id", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
