package dev.carillon.gateway.chat.discord;

/// A call of Discord's API brought nothing.
final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiFailure failure;

    CallFailed(ApiFailure failure, Throwable cause) {
        super(failure.words(), cause);
        this.failure = failure;
    }

    CallFailed(ApiFailure failure) {
        super(failure.words());
        this.failure = failure;
    }

    ApiFailure failure() {
        return failure;
    }
}
