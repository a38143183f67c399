package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.SendResult;
import dev.carillon.scheduler.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Calls that are about a chat. A group that has become a supergroup meanwhile is followed.
final class ChatCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ChatCalls.class);

    private final String gateway;
    private final BotMemory memory;

    ChatCalls(String gateway, BotMemory memory) {
        this.gateway = gateway;
        this.memory = memory;
    }

    SendResult in(Destination destination, Call call) {
        String chat = destination.chat();
        String id = memory.idOf(chat);
        try {
            return call.to(id);
        } catch (TelegramApiException e) {
            ApiFailure failure = ApiFailure.of(e);
            if (failure.movedTo() == null) {
                return failure.result();
            }
            String moved = String.valueOf(failure.movedTo());
            LOG.info("{}: group {} is now supergroup {}; going on there", gateway, id, moved);
            memory.move(chat, moved);
            return again(moved, call);
        }
    }

    private static SendResult again(String id, Call call) {
        try {
            return call.to(id);
        } catch (TelegramApiException e) {
            return ApiFailure.of(e).result();
        }
    }

    /// What is asked of Telegram.
    interface Call {
        /// @param id the id that the chat has on Telegram now
        SendResult to(String id) throws TelegramApiException;
    }
}
