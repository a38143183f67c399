package dev.carillon.gateway.api;

import dev.carillon.config.Nearest;
import dev.carillon.gateway.api.ProblemException.Offence;
import dev.carillon.scheduler.ScheduleRefused;
import io.micronaut.http.HttpStatus;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Makes the problems that the API tells.
final class Problems {
    private static final String INPUT_INVALID = "input_invalid";
    private static final int MOST_QUOTED = 80;

    private Problems() {}

    static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, INPUT_INVALID, detail);
    }

    /// @param allowed what the value must be, in words that go on after "must be"
    static ProblemException invalid(String name, String value, String allowed) {
        return invalid(name, value, allowed, "");
    }

    private static ProblemException invalid(
            String name, String value, String allowed, String question) {
        String quoted = quoted(value);
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                INPUT_INVALID,
                "'" + name + "' must be " + allowed + ", not '" + quoted + "'" + question,
                new Offence(name, quoted, allowed));
    }

    static ProblemException missing(String name, String wanted) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                INPUT_INVALID,
                "'" + name + "' is missing; it must be " + wanted,
                new Offence(name, null, wanted));
    }

    /// @param what a field or a parameter
    static ProblemException unknown(String what, String name, Collection<String> known) {
        String quoted = quoted(name);
        String question = Nearest.question(Nearest.to(quoted, known));
        String allowed = known.isEmpty() ? "none" : String.join(", ", known);
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                INPUT_INVALID,
                "unknown %s '%s'%s Allowed: %s"
                        .formatted(what, quoted, question.isEmpty() ? "." : question, allowed),
                new Offence(quoted, null, allowed));
    }

    /// What is none of the names that are known.
    static ProblemException unknownName(String field, String value, Collection<String> known) {
        String question = Nearest.question(Nearest.to(quoted(value), known));
        return invalid(field, value, "one of " + String.join(", ", known), question);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not_found", detail);
    }

    /// There is no such thing as the path names.
    static ProblemException notFound(String what, String id) {
        return notFound("there is no " + what + " '" + quoted(id) + "'");
    }

    static ProblemException notAvailable(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "not_available", detail);
    }

    static ProblemException configInvalid(List<String> problems) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "config_invalid",
                "the config file is wrong, so nothing was changed: " + String.join("; ", problems),
                problems);
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

    /// Short, and on one line: whoever reads it may have sent a megabyte.
    static String quoted(String value) {
        String line =
                value.codePoints()
                        .map(each -> isPrintable(each) ? each : '\uFFFD')
                        .limit(MOST_QUOTED + 1L)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return line.codePointCount(0, line.length()) > MOST_QUOTED
                ? line.substring(0, line.offsetByCodePoints(0, MOST_QUOTED)) + "…"
                : line;
    }

    private static boolean isPrintable(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
