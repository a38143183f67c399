package dev.carillon.gateway.chat.slack;

import com.slack.api.model.Message;
import dev.carillon.gateway.chat.EditsMessages;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.scheduler.Destination;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Shows the beginnings of answers in Slack.
final class GrowingMessages implements EditsMessages {
    private static final String KEY = "live:";
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    private final MessageCalls calls;
    private final MessageSearch search;
    private final InstantSource clock;

    GrowingMessages(MessageCalls calls, MessageSearch search, InstantSource clock) {
        this.calls = calls;
        this.search = search;
        this.clock = clock;
    }

    @Override
    public SendResult begin(Destination destination, String key, String textSoFar) {
        try {
            return new SendResult.Delivered(
                    calls.post(
                            destination,
                            SlackMessages.words(textSoFar),
                            SlackMessages.fallback(textSoFar),
                            KEY + key));
        } catch (SlackFailure e) {
            return e.result();
        }
    }

    @Override
    public SendResult change(Destination destination, String messageId, String textSoFar) {
        try {
            calls.update(
                    destination.chat(),
                    messageId,
                    SlackMessages.words(textSoFar),
                    SlackMessages.fallback(textSoFar),
                    KEY + messageId);
            return new SendResult.Delivered(messageId);
        } catch (SlackFailure e) {
            return e.result();
        }
    }

    @Override
    public SendResult remove(Destination destination, String messageId) {
        try {
            calls.delete(destination.chat(), messageId);
            return new SendResult.Delivered(messageId);
        } catch (SlackFailure e) {
            return e.isAboutEditing() ? new SendResult.Delivered(messageId) : e.result();
        }
    }

    @Override
    public Optional<String> find(Destination destination, String key) {
        try {
            return search.since(destination, clock.instant().minus(LOOKED_BACK)).stream()
                    .filter(message -> (KEY + key).equals(MessageKey.of(message)))
                    .map(Message::getTs)
                    .findFirst();
        } catch (SlackFailure _) {
            return Optional.empty();
        }
    }
}
