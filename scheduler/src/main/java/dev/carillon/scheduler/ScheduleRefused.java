package dev.carillon.scheduler;

/// Thrown when something asked of schedules cannot be done as asked. The message is for the person
/// or the model who asked: what is wrong with which value, and what is allowed.
public final class ScheduleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public ScheduleRefused(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    public static ScheduleRefused invalid(String message) {
        return new ScheduleRefused(Code.INPUT_INVALID, message);
    }

    public static ScheduleRefused notFound(String message) {
        return new ScheduleRefused(Code.NOT_FOUND, message);
    }

    /// The kinds of refusal, as the `schedule` tool and the HTTP API name them in lower case.
    public enum Code {
        INPUT_INVALID,
        NOT_FOUND,
        NOT_AVAILABLE,
        LIMIT_REACHED,
        OUTSIDE_ACTIVE_HOURS,
        NEEDS_APPROVAL,
        EXECUTION_FAILED
    }
}
