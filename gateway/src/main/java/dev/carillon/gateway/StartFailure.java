package dev.carillon.gateway;

/// Thrown when the program cannot start; the message tells the operator what is wrong with what,
/// and the way out.
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
