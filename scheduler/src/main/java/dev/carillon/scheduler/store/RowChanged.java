package dev.carillon.scheduler.store;

/// Thrown when a row was changed by somebody else since it was read; the transaction starts again.
final class RowChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowChanged(String what, Throwable cause) {
        super(what + " was changed by somebody else meanwhile", cause);
    }
}
