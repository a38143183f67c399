package dev.carillon.gateway.chat;

/// How the connection to a platform is.
public sealed interface Health {
    /// For the operator.
    default String inWords() {
        return switch (this) {
            case Ready _ -> "ready";
            case Starting _ -> "starting, or another replica receives";
            case Troubled(String what) -> what;
        };
    }

    /// It receives.
    record Ready() implements Health {}

    /// It has not got through yet, and nothing is known to be wrong; or another replica receives.
    record Starting() implements Health {}

    /// It does not receive.
    ///
    /// @param what what is wrong and what to do about it, in a sentence without secrets
    record Troubled(String what) implements Health {}
}
