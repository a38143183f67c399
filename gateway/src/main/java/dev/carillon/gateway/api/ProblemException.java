package dev.carillon.gateway.api;

import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/// Thrown when a request cannot be served as asked; becomes a problem document (RFC 9457).
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient @Nullable Offence offence;

    ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, null);
    }

    ProblemException(HttpStatus status, String code, String detail, @Nullable Offence offence) {
        super(detail);
        this.status = status;
        this.code = code;
        this.offence = offence;
    }

    HttpStatus status() {
        return status;
    }

    ProblemView view() {
        return new ProblemView(
                "about:blank",
                status.getReason(),
                status.getCode(),
                String.valueOf(getMessage()),
                code,
                offence == null ? null : offence.name(),
                offence == null ? null : offence.value(),
                offence == null ? null : offence.allowed());
    }

    /// What in a request was wrong.
    ///
    /// @param name of the parameter or field
    /// @param value what it was; absent when it was missing
    /// @param allowed in words
    record Offence(String name, @Nullable String value, String allowed) {}
}
