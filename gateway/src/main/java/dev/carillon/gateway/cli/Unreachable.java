package dev.carillon.gateway.cli;

/// Thrown when the server does not answer, or not sensibly; it may do so later.
final class Unreachable extends CommandFailure {
    private static final long serialVersionUID = 1L;

    Unreachable(String message) {
        super(message);
    }
}
