package dev.carillon.gateway.api;

import dev.carillon.scheduler.ScheduleRefused;
import io.micronaut.http.HttpStatus;
import java.util.Locale;

/// Makes the problems that the API tells.
final class Problems {
    private Problems() {}

    static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "input_invalid", detail);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not_found", detail);
    }

    static ProblemException of(HttpStatus status, String detail) {
        return new ProblemException(status, status.name().toLowerCase(Locale.ROOT), detail);
    }

    static ProblemException of(ScheduleRefused refused) {
        HttpStatus status =
                switch (refused.code()) {
                    case INPUT_INVALID, OUTSIDE_ACTIVE_HOURS -> HttpStatus.BAD_REQUEST;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case NOT_AVAILABLE, LIMIT_REACHED, NEEDS_APPROVAL -> HttpStatus.CONFLICT;
                    case EXECUTION_FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
                };
        return new ProblemException(
                status,
                refused.code().name().toLowerCase(Locale.ROOT),
                String.valueOf(refused.getMessage()));
    }
}
