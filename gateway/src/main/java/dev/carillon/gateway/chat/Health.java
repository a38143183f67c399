package dev.carillon.gateway.chat;

/// How the connection to a platform is.
public sealed interface Health {
    /// It receives.
    record Ready() implements Health {}

    /// It has not got through yet, and nothing is known to be wrong; or another replica receives.
    record Starting() implements Health {}

    /// It does not receive.
    ///
    /// @param what what is wrong and what to do about it, in a sentence without secrets
    record Troubled(String what) implements Health {}
}
