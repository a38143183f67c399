package dev.carillon.scheduler.store;

/// Thrown when the database cannot do what it was asked, or holds what cannot be read.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
