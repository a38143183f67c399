package dev.carillon.gateway.chat.discord;

import dev.carillon.gateway.chat.ConnectionWords;
import dev.carillon.gateway.chat.NotSent;
import dev.carillon.gateway.chat.SendResult;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import org.jspecify.annotations.Nullable;

/// Why a call of Discord's API brought nothing.
///
/// @param status the HTTP status; 0 when there was no answer
/// @param code Discord's own error code; 0 when it gave none
/// @param isSent whether Discord may have got the request
/// @param retryAfter how long Discord wants us to wait
record ApiFailure(
        int status, int code, String words, boolean isSent, @Nullable Duration retryAfter) {
    static final int UNKNOWN_CHANNEL = 10_003;
    static final int UNKNOWN_MESSAGE = 10_008;
    static final int UNAUTHORIZED = 40_001;
    static final int MISSING_ACCESS = 50_001;
    static final int FOREIGN_MESSAGE = 50_005;
    static final int CANNOT_MESSAGE_USER = 50_007;
    static final int MISSING_PERMISSIONS = 50_013;

    private static final int TOO_MANY = 429;

    static ApiFailure of(RateLimitedException problem) {
        Duration wait = Duration.ofMillis(Math.max(1000, problem.getRetryAfter()));
        return new ApiFailure(TOO_MANY, 0, "too many requests", true, wait);
    }

    static ApiFailure of(ErrorResponseException problem) {
        Exception cause = problem.getResponse().getException();
        if (problem.getResponse().isError()) {
            return new ApiFailure(
                    0, 0, ConnectionWords.of(cause), !(cause instanceof NotSent), null);
        }
        int status = problem.getResponse().code;
        int code = problem.getErrorCode() == status ? 0 : problem.getErrorCode();
        return new ApiFailure(status, code, problem.getMeaning(), true, null);
    }

    /// Nothing was asked, for there is no connection.
    static ApiFailure notConnected() {
        return new ApiFailure(0, 0, "the bot is not connected", false, null);
    }

    /// Whether Discord does not know the token.
    boolean isAboutToken() {
        return status == 401 || code == UNAUTHORIZED;
    }

    /// Whether the channel is gone, or the bot may not see it or what was said in it.
    boolean isAboutAccess() {
        return status == 403 || code == UNKNOWN_CHANNEL;
    }

    /// Whether a message that was to be changed cannot be.
    boolean isAboutEditing() {
        return code == UNKNOWN_MESSAGE || code == FOREIGN_MESSAGE;
    }

    /// What it means for a message that was to be sent.
    SendResult result() {
        if (!isSent) {
            return new SendResult.Unavailable("Discord cannot be reached: " + words);
        }
        if (retryAfter != null) {
            return new SendResult.RateLimited(retryAfter);
        }
        if (isAboutToken()) {
            return new SendResult.Unavailable("Discord does not accept the bot's token: " + words);
        }
        if (status == 0 || status >= 500) {
            return new SendResult.Unknown("no answer from Discord that tells: " + words);
        }
        return new SendResult.Refused(reason());
    }

    private String reason() {
        return switch (code) {
            case UNKNOWN_CHANNEL ->
                    words + ": the channel is gone, or the bot is not on its server";
            case MISSING_ACCESS -> words + ": give the bot the permission View Channel there";
            case MISSING_PERMISSIONS ->
                    words
                            + ": give the bot the permission Send Messages there, and Send Messages"
                            + " in Threads for threads";
            case CANNOT_MESSAGE_USER ->
                    words
                            + ": the person must share a server with the bot and allow direct"
                            + " messages";
            default -> code == 0 ? words : words + " (" + code + ")";
        };
    }
}
