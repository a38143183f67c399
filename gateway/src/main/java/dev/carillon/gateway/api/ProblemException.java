package dev.carillon.gateway.api;

import io.micronaut.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Thrown when a request cannot be served as asked; becomes a problem document (RFC 9457).
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient @Nullable Offence offence;
    private final transient @Nullable List<String> problems;

    ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, null, null);
    }

    ProblemException(HttpStatus status, String code, String detail, @Nullable Offence offence) {
        this(status, code, detail, offence, null);
    }

    /// @param problems all that is wrong, where it is more than a request
    ProblemException(HttpStatus status, String code, String detail, List<String> problems) {
        this(status, code, detail, null, List.copyOf(problems));
    }

    private ProblemException(
            HttpStatus status,
            String code,
            String detail,
            @Nullable Offence offence,
            @Nullable List<String> problems) {
        super(detail);
        this.status = status;
        this.code = code;
        this.offence = offence;
        this.problems = problems;
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
                offence == null ? null : offence.allowed(),
                problems);
    }

    /// What in a request was wrong.
    ///
    /// @param name of the parameter or field
    /// @param value what it was; absent when it was missing
    /// @param allowed in words
    record Offence(String name, @Nullable String value, String allowed) {}
}
