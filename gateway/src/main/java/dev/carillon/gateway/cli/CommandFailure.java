package dev.carillon.gateway.cli;

/// Thrown when a command cannot be carried out; the message tells the person why, and the way out.
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
