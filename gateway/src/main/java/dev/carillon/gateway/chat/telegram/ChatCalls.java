package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.ClosedChats;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.scheduler.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Calls that are about a chat. A group that has become a supergroup meanwhile is followed; a chat
/// from which the bot was removed is left alone.
final class ChatCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ChatCalls.class);

    private final String gateway;
    private final BotMemory memory;
    private final ClosedChats closed;

    ChatCalls(String gateway, BotMemory memory, ClosedChats closed) {
        this.gateway = gateway;
        this.memory = memory;
        this.closed = closed;
    }

    SendResult in(Destination destination, Call call) {
        String why = closed.why(destination).orElse(null);
        if (why != null) {
            return new SendResult.Refused("nothing is sent to this chat any more: " + why);
        }
        String chat = destination.chat();
        String id = memory.idOf(chat);
        try {
            return call.to(id);
        } catch (TelegramApiException e) {
            ApiFailure failure = ApiFailure.of(e);
            if (failure.movedTo() == null) {
                return failed(destination, failure);
            }
            String moved = String.valueOf(failure.movedTo());
            LOG.info("{}: group {} is now supergroup {}; going on there", gateway, id, moved);
            memory.move(chat, moved);
            return again(destination, moved, call);
        }
    }

    private SendResult again(Destination destination, String id, Call call) {
        try {
            return call.to(id);
        } catch (TelegramApiException e) {
            return failed(destination, ApiFailure.of(e));
        }
    }

    private SendResult failed(Destination destination, ApiFailure failure) {
        if (failure.isAboutBeingShutOut()) {
            closed.close(destination, failure.description());
        }
        return failure.result();
    }

    /// What is asked of Telegram.
    interface Call {
        /// @param id the id that the chat has on Telegram now
        SendResult to(String id) throws TelegramApiException;
    }
}
