package dev.carillon.scheduler;

/// Who made a schedule. Caps apply to what agents make for themselves, jitter to their recurring
/// jobs; what people and the operator make is exact.
///
/// @param id for a person the platform's user id, for an agent its name, for the config file the
///   schedule's key in it, for the API the caller
public record Owner(Kind kind, String id) {
    public Owner {
        Texts.requireNotBlank("owner", id);
    }

    /// The kinds of makers.
    public enum Kind {
        PERSON,
        AGENT,
        CONFIG,
        API
    }

    public static Owner person(String userId) {
        return new Owner(Kind.PERSON, userId);
    }
}
