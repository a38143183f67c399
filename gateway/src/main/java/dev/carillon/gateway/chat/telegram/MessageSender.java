package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.scheduler.Destination;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Sends parts of messages, and changes messages of which a button was pressed.
final class MessageSender {
    private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final String gateway;
    private final BotApi api;
    private final BotMemory memory;
    private final ChatCalls calls;

    MessageSender(String gateway, BotApi api, BotMemory memory, ClosedChats closed) {
        this.gateway = gateway;
        this.api = api;
        this.memory = memory;
        this.calls = new ChatCalls(gateway, memory, closed);
    }

    SendResult send(Part part) {
        return calls.in(part.destination(), id -> sendTo(id, part));
    }

    /// Puts a whole message where its beginning was shown. Where that is gone it is a message of
    /// its own.
    SendResult instead(Part part, String messageId) {
        int message = Integer.parseInt(messageId);
        return calls.in(
                part.destination(),
                id -> rewrite(id, part, message) ? delivered(message) : sendNew(id, part, null));
    }

    /// Shows more of an answer.
    SendResult change(Part part, String messageId) {
        int message = Integer.parseInt(messageId);
        return calls.in(
                part.destination(),
                id ->
                        rewrite(id, part, message)
                                ? delivered(message)
                                : new SendResult.Refused("the message is there no more"));
    }

    /// Takes a message back; one that is gone already is no failure.
    SendResult remove(Destination destination, String messageId) {
        int message = Integer.parseInt(messageId);
        return calls.in(
                destination,
                id -> {
                    try {
                        api.call(new DeleteMessage(id, message));
                    } catch (TelegramApiException e) {
                        if (!ApiFailure.of(e).isAboutDeleting()) {
                            throw e;
                        }
                    }
                    return delivered(message);
                });
    }

    private SendResult sendTo(String id, Part part) throws TelegramApiException {
        String edited = part.message().edits();
        if (edited == null) {
            return sendNew(id, part, null);
        }
        int messageId;
        try {
            messageId = Integer.parseInt(edited);
        } catch (NumberFormatException _) {
            return sendNew(id, part, null);
        }
        return edit(id, part, messageId) ? delivered(messageId) : sendNew(id, part, messageId);
    }

    /// Puts the outcome of a press below the words of the message. Where those are not known or too
    /// long for more, the message only loses its buttons.
    ///
    /// @return whether the outcome is shown now
    private boolean edit(String id, Part part, int messageId) throws TelegramApiException {
        OutboundMessage message = part.message();
        ShownMessage shown =
                memory.pressed(part.destination().chat(), String.valueOf(messageId))
                        .map(before -> before.with(TelegramMessages.outcome(message)))
                        .filter(after -> after.text().length() <= TelegramMessages.LONGEST)
                        .orElse(null);
        if (shown == null) {
            change(new EditMessageReplyMarkup(id, messageId, null, null, null));
            return false;
        }
        return change(
                EditMessageText.builder()
                        .chatId(id)
                        .messageId(messageId)
                        .text(shown.text())
                        .entities(shown.entities())
                        .linkPreviewOptions(NO_PREVIEW)
                        .replyMarkup(TelegramMessages.keyboard(message.buttons()))
                        .build());
    }

    /// @return whether the message is as it should be; a message that Telegram lets nobody change
    ///   any more is not
    private boolean change(BotApiMethod<?> edit) throws TelegramApiException {
        try {
            api.call(edit);
            return true;
        } catch (TelegramApiException e) {
            ApiFailure failure = ApiFailure.of(e);
            if (failure.isAboutNoChange()) {
                return true;
            }
            if (failure.isAboutEditing()) {
                return false;
            }
            throw e;
        }
    }

    /// @return whether the message shows this now
    private boolean rewrite(String id, Part part, int messageId) throws TelegramApiException {
        return marked(
                part,
                (text, parseMode) ->
                        change(
                                EditMessageText.builder()
                                        .chatId(id)
                                        .messageId(messageId)
                                        .text(text)
                                        .parseMode(parseMode)
                                        .linkPreviewOptions(NO_PREVIEW)
                                        .replyMarkup(
                                                TelegramMessages.keyboard(part.message().buttons()))
                                        .build()));
    }

    private SendResult sendNew(String id, Part part, @Nullable Integer repliesTo)
            throws TelegramApiException {
        return marked(
                part,
                (text, parseMode) ->
                        delivered(
                                api.call(message(id, part, repliesTo, text, parseMode))
                                        .getMessageId()));
    }

    /// Gives Telegram the text with its marks, and without if it cannot read them.
    private <T> T marked(Part part, Written<T> written) throws TelegramApiException {
        String html = TelegramMessages.html(part.message());
        if (html != null) {
            try {
                return written.as(html, ParseMode.HTML);
            } catch (TelegramApiException e) {
                ApiFailure failure = ApiFailure.of(e);
                if (!failure.isAboutMarks()) {
                    throw e;
                }
                LOG.warn(
                        "{}: Telegram could not read the marks of {}: {}; sending it without",
                        gateway,
                        part.key(),
                        failure.description());
            }
        }
        return written.as(TelegramMessages.plain(part.message()), null);
    }

    private static SendMessage message(
            String id,
            Part part,
            @Nullable Integer repliesTo,
            String text,
            @Nullable String parseMode) {
        InlineKeyboardMarkup keyboard = TelegramMessages.keyboard(part.message().buttons());
        return SendMessage.builder()
                .chatId(id)
                .messageThreadId(thread(part))
                .text(text)
                .parseMode(parseMode)
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(keyboard)
                .replyParameters(repliesTo == null ? null : replyTo(repliesTo))
                .build();
    }

    private static @Nullable Integer thread(Part part) {
        String thread = part.destination().thread();
        return thread == null ? null : Integer.valueOf(thread);
    }

    private static ReplyParameters replyTo(int messageId) {
        return ReplyParameters.builder()
                .messageId(messageId)
                .allowSendingWithoutReply(true)
                .build();
    }

    private static SendResult delivered(int messageId) {
        return new SendResult.Delivered(String.valueOf(messageId));
    }

    /// A call that gives Telegram a text.
    private interface Written<T> {
        T as(String text, @Nullable String parseMode) throws TelegramApiException;
    }
}
