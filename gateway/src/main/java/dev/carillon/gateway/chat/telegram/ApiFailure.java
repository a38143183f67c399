package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.ConnectionWords;
import dev.carillon.gateway.chat.NotSent;
import dev.carillon.gateway.chat.SendResult;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Why a call of the Bot API brought nothing.
///
/// @param code Telegram's error code; 0 when there was no answer that can be read
/// @param retryAfter how many seconds Telegram wants us to wait
/// @param movedTo the id of the supergroup that a group has become
record ApiFailure(
        int code,
        String description,
        @Nullable Integer retryAfter,
        @Nullable Long movedTo,
        boolean isSent) {

    static ApiFailure of(TelegramApiException problem) {
        if (problem instanceof TelegramApiRequestException answer
                && answer.getErrorCode() != null
                && answer.getErrorCode() != 0) {
            ResponseParameters parameters = answer.getParameters();
            String description = answer.getApiResponse();
            return new ApiFailure(
                    answer.getErrorCode(),
                    description == null ? "" : description,
                    parameters == null ? null : parameters.getRetryAfter(),
                    parameters == null ? null : parameters.getMigrateToChatId(),
                    true);
        }
        Throwable root = problem;
        boolean isSent = true;
        while (root.getCause() != null) {
            root = root.getCause();
            isSent = isSent && !(root instanceof NotSent);
        }
        return new ApiFailure(0, ConnectionWords.of(root), null, null, isSent);
    }

    /// Whether Telegram could not make sense of the marks in a text.
    boolean isAboutMarks() {
        return code == 400 && says("can't parse entities");
    }

    /// Whether a message was to be changed into what it is.
    boolean isAboutNoChange() {
        return code == 400 && says("message is not modified");
    }

    /// Whether a message that was to be changed cannot be.
    boolean isAboutEditing() {
        return code == 400
                && (says("message to edit not found")
                        || says("message can't be edited")
                        || says("message_id_invalid"));
    }

    /// Whether a message that was to be taken back is not there.
    boolean isAboutDeleting() {
        return code == 400 && says("message to delete not found");
    }

    /// Whether the bot may not speak in the chat at all: it was removed or blocked, or the chat is
    /// no more.
    boolean isAboutBeingShutOut() {
        return code == 403;
    }

    /// Whether Telegram does not know the token.
    boolean isAboutToken() {
        return code == 401 || code == 404;
    }

    /// What it means for a message that was to be sent.
    SendResult result() {
        if (!isSent) {
            return new SendResult.Unavailable("Telegram cannot be reached: " + description);
        }
        if (code == 429) {
            return new SendResult.RateLimited(wait(retryAfter));
        }
        if (isAboutToken()) {
            return new SendResult.Unavailable(
                    "Telegram does not accept the bot's token: " + description);
        }
        if (code == 0 || code >= 500) {
            return new SendResult.Unknown("no answer from Telegram that tells: " + description);
        }
        return new SendResult.Refused(description);
    }

    static Duration wait(@Nullable Integer retryAfter) {
        return Duration.ofSeconds(retryAfter == null ? 5 : Math.max(1, retryAfter));
    }

    private boolean says(String words) {
        return description.toLowerCase(Locale.ROOT).contains(words);
    }
}
