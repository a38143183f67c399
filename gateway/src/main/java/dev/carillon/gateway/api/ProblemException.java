package dev.carillon.gateway.api;

import io.micronaut.http.HttpStatus;

/// Thrown when a request cannot be served as asked; becomes a problem document (RFC 9457).
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    ProblemException(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
