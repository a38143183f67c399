package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.chatmember.MemberStatus;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Reads updates, in our words. Asks nobody and changes nothing.
final class TelegramUpdates {
    private final String gateway;
    private final Addressing addressing;
    private final UnaryOperator<String> nameOf;

    /// @param me the bot
    /// @param nameOf the id under which a chat goes here
    TelegramUpdates(String gateway, User me, UnaryOperator<String> nameOf) {
        this.gateway = gateway;
        this.addressing = new Addressing(me);
        this.nameOf = nameOf;
    }

    Heard read(Update update) {
        if (update.hasMessage()) {
            return message(update.getMessage());
        }
        if (update.hasCallbackQuery()) {
            return press(update.getCallbackQuery());
        }
        if (update.hasMyChatMember()) {
            return membership(update.getMyChatMember());
        }
        return new Heard.Nothing("nothing we asked for");
    }

    private Heard message(Message message) {
        String chat = String.valueOf(message.getChatId());
        if (message.getMigrateToChatId() != null) {
            return new Heard.Moved(chat, String.valueOf(message.getMigrateToChatId()));
        }
        Person sender = sender(message);
        if (sender == null) {
            return new Heard.Nothing("from a channel, or from this bot");
        }
        List<Attachment> files = Files.of(message);
        Words words = Words.of(message);
        if (words == null && files.isEmpty()) {
            return new Heard.Nothing("no words and no file");
        }
        Words said = words == null ? new Words("", List.of()) : words;
        if (addressing.isForAnotherBot(said)) {
            return new Heard.Nothing("for another bot");
        }
        return new Heard.Said(
                destination(chat, thread(message)),
                sender,
                addressing.withoutAddress(said),
                files,
                message.isUserMessage() ? Heed.DIRECT : addressing.heed(message, said),
                isByBot(message),
                message.getDate() == null ? null : Instant.ofEpochSecond(message.getDate()));
    }

    /// Who hides behind a group or a channel seems to be a bot of Telegram's own, and is a person.
    private static boolean isByBot(Message message) {
        return message.getSenderChat() == null
                && message.getFrom() != null
                && Boolean.TRUE.equals(message.getFrom().getIsBot());
    }

    private Heard press(CallbackQuery query) {
        MaybeInaccessibleMessage carrier = query.getMessage();
        if (carrier == null || query.getData() == null) {
            return new Heard.Nothing("a button of no message of ours");
        }
        Message message = carrier instanceof Message whole ? whole : null;
        return new Heard.Pressed(
                query.getId(),
                destination(String.valueOf(carrier.getChatId()), thread(message)),
                person(query.getFrom()),
                ButtonAction.parse(query.getData()).orElse(null),
                String.valueOf(carrier.getMessageId()),
                shown(message));
    }

    /// What has become of the bot in a chat.
    private Heard membership(ChatMemberUpdated update) {
        String chat = String.valueOf(update.getChat().getId());
        if (isIn(update.getNewChatMember())) {
            return new Heard.LetIn(destination(chat, null));
        }
        String why =
                update.getChat().isUserChat()
                        ? "the bot was blocked by the person"
                        : "the bot was removed by " + person(update.getFrom()).name();
        return new Heard.ShutOut(chat, destination(chat, null), why);
    }

    private static boolean isIn(ChatMember member) {
        return switch (member.getStatus()) {
            case MemberStatus.LEFT, MemberStatus.KICKED -> false;
            default ->
                    !(member instanceof ChatMemberRestricted restricted)
                            || Boolean.TRUE.equals(restricted.getIsMember());
        };
    }

    private static @Nullable ShownMessage shown(@Nullable Message message) {
        if (message == null || message.getText() == null) {
            return null;
        }
        return new ShownMessage(
                message.getText(),
                message.getEntities() == null ? List.of() : message.getEntities());
    }

    private Destination destination(String chat, @Nullable String thread) {
        return new Destination(gateway, nameOf.apply(chat), thread);
    }

    /// Replies in groups without topics have a thread id too, but cannot be answered by it.
    private static @Nullable String thread(@Nullable Message message) {
        if (message == null || !message.isTopicMessage() || message.getMessageThreadId() == null) {
            return null;
        }
        return String.valueOf(message.getMessageThreadId());
    }

    /// Somebody who hides behind the group speaks with its id. What a channel posts by itself into
    /// its group is not said to us.
    private @Nullable Person sender(Message message) {
        if (message.getSenderChat() != null) {
            boolean isAutomatic = Boolean.TRUE.equals(message.getIsAutomaticForward());
            String title = message.getSenderChat().getTitle();
            String id = String.valueOf(message.getSenderChat().getId());
            return isAutomatic ? null : new Person(id, title == null ? id : title);
        }
        User from = message.getFrom();
        return from == null || addressing.isMe(from) ? null : person(from);
    }

    private static Person person(User user) {
        String name =
                Stream.of(user.getFirstName(), user.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
        String id = String.valueOf(user.getId());
        return new Person(id, name.isEmpty() ? id : name.replace("\0", ""));
    }
}
