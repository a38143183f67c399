package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.Heed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Tells what is said to a bot from what is only said in its presence.
final class Addressing {
    private static final Pattern COMMAND = Pattern.compile("/\\w+(?:@(\\w+))?(?!\\S)");

    private final User me;
    private final String mention;

    Addressing(User me) {
        this.me = me;
        this.mention = "@" + me.getUserName();
    }

    /// Whether it mentions the bot or is a command, replies to it, or neither.
    Heed heed(Message message, Words words) {
        if (COMMAND.matcher(words.text()).lookingAt()
                || words.entities().stream().anyMatch(entity -> isMe(words, entity))) {
            return Heed.MENTIONED;
        }
        return isReplyToMe(message) ? Heed.REPLIED : Heed.OVERHEARD;
    }

    boolean isMe(User user) {
        return me.getId().equals(user.getId());
    }

    /// Whether it is a command that names another bot.
    boolean isForAnotherBot(Words words) {
        Matcher command = COMMAND.matcher(words.text());
        return command.lookingAt()
                && command.group(1) != null
                && !mention.substring(1).equalsIgnoreCase(command.group(1));
    }

    /// The words without a mention of the bot at their start or end.
    String withoutAddress(Words words) {
        String text = words.text().replace("\0", "").strip();
        String before = text;
        if (startsWithMention(text)) {
            text = text.substring(mention.length()).replaceFirst("^[\\s,:]+", "");
        } else if (text.length() > mention.length()
                && text.regionMatches(
                        true, text.length() - mention.length(), mention, 0, mention.length())
                && Character.isWhitespace(text.charAt(text.length() - mention.length() - 1))) {
            text = text.substring(0, text.length() - mention.length()).strip();
        }
        return text.isBlank() ? before : text;
    }

    private boolean startsWithMention(String text) {
        return text.regionMatches(true, 0, mention, 0, mention.length())
                && (text.length() == mention.length()
                        || !isNameCharacter(text.charAt(mention.length())));
    }

    private static boolean isNameCharacter(char character) {
        return character == '_' || Character.isLetterOrDigit(character);
    }

    private boolean isMe(Words words, MessageEntity entity) {
        return switch (entity.getType()) {
            case "mention" -> words.of(entity).equalsIgnoreCase(mention);
            case "text_mention" ->
                    entity.getUser() != null && me.getId().equals(entity.getUser().getId());
            default -> false;
        };
    }

    /// In a topic everything replies to the message that made the topic, unless it replies to
    /// another.
    private boolean isReplyToMe(Message message) {
        Message replied = message.getReplyToMessage();
        return replied != null
                && replied.getForumTopicCreated() == null
                && replied.getFrom() != null
                && me.getId().equals(replied.getFrom().getId());
    }
}
