package dev.carillon.gateway.chat.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.carillon.gateway.chat.ConnectionWords;
import dev.carillon.gateway.chat.NotSent;
import dev.carillon.gateway.chat.SendResult;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A call of Slack's Web API brought nothing.
final class SlackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final String error;
    private final @Nullable Duration retryAfter;
    private final Reached reached;

    private SlackFailure(
            String error,
            @Nullable Duration retryAfter,
            Reached reached,
            @Nullable Throwable cause) {
        super(error, cause);
        this.error = error;
        this.retryAfter = retryAfter;
        this.reached = reached;
    }

    /// Slack has answered, and said no.
    static SlackFailure of(SlackApiTextResponse answer) {
        String error = answer.getError() == null ? "unknown_error" : answer.getError();
        String needed = answer.getNeeded();
        return new SlackFailure(
                needed == null || needed.isBlank() ? error : error + ": " + needed,
                error.equals("ratelimited") ? USUAL_WAIT : null,
                Reached.ANSWERED,
                null);
    }

    /// Slack has answered with another status than 200.
    static SlackFailure of(SlackApiException problem) {
        int status = problem.getResponse().code();
        return new SlackFailure(
                status == 429 ? "ratelimited" : "HTTP " + status,
                status == 429 ? wait(problem.getResponse().header("Retry-After")) : null,
                Reached.ANSWERED,
                problem);
    }

    static SlackFailure of(IOException problem) {
        return new SlackFailure(
                ConnectionWords.of(problem),
                null,
                problem instanceof NotSent ? Reached.NOT_SENT : Reached.SENT,
                problem);
    }

    /// Somebody has answered, and not Slack; whether Slack got the call nobody knows.
    static SlackFailure ofNoJson(RuntimeException problem) {
        return new SlackFailure("an answer that is no JSON", null, Reached.SENT, problem);
    }

    private static Duration wait(@Nullable String seconds) {
        try {
            return seconds == null
                    ? USUAL_WAIT
                    : Duration.ofSeconds(Math.max(1, Long.parseLong(seconds.strip())));
        } catch (NumberFormatException _) {
            return USUAL_WAIT;
        }
    }

    /// Slack's name for what is wrong, such as `channel_not_found`.
    String error() {
        return error;
    }

    /// How long Slack wants us to wait; absent when it did not say so.
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// Whether Slack lets the token do nothing at all.
    boolean isAboutToken() {
        return SlackErrors.isAboutToken(error);
    }

    /// Whether a message that was to be changed is gone or not ours to change.
    boolean isAboutEditing() {
        return switch (error) {
            case "message_not_found",
                    "cant_update_message",
                    "edit_window_closed",
                    "is_inactive",
                    "cant_delete_message" ->
                    true;
            default -> false;
        };
    }

    /// Whether Slack was reached and has said no, which it would say again.
    boolean isAnswered() {
        return reached == Reached.ANSWERED && retryAfter == null;
    }

    /// What it means for a message that was to be sent.
    SendResult result() {
        if (retryAfter != null) {
            return new SendResult.RateLimited(retryAfter);
        }
        return switch (reached) {
            case NOT_SENT -> new SendResult.Unavailable(sentence());
            case SENT -> new SendResult.Unknown("no answer from Slack: " + error);
            case ANSWERED -> SlackErrors.result(error);
        };
    }

    /// What it means for a message that was not sent, because something else had to be asked first.
    SendResult resultBeforeSending() {
        return retryAfter != null
                ? new SendResult.RateLimited(retryAfter)
                : new SendResult.Unavailable(sentence());
    }

    /// What is wrong and what to do about it, in a sentence.
    String sentence() {
        return switch (reached) {
            case NOT_SENT, SENT ->
                    "Slack cannot be reached ("
                            + error
                            + "); check that this machine may reach it, and api_url";
            case ANSWERED -> SlackErrors.sentence(error);
        };
    }

    /// How far a call came.
    private enum Reached {
        NOT_SENT,
        SENT,
        ANSWERED
    }
}
