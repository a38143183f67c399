package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.EditsMessages;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.scheduler.Destination;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows the beginnings of answers in groups, slowly: a group bears few messages and changes a
/// minute, those in all of its topics counted together.
final class GrowingMessages implements EditsMessages {
    private final MessageSender sender;
    private final InstantSource clock;
    private final Duration between;
    private final Map<String, Instant> shownAt = new HashMap<>();

    /// @param between the shortest time between two changes in a group
    GrowingMessages(MessageSender sender, InstantSource clock, Duration between) {
        this.sender = sender;
        this.clock = clock;
        this.between = between;
    }

    @Override
    public SendResult begin(Destination destination, String key, String textSoFar) {
        begun(destination.chat());
        return sender.send(part(destination, key, textSoFar));
    }

    @Override
    public SendResult change(Destination destination, String messageId, String textSoFar) {
        Duration wait = reserve(destination.chat());
        return wait.isPositive()
                ? new SendResult.RateLimited(wait)
                : sender.change(part(destination, messageId, textSoFar), messageId);
    }

    private synchronized void begun(String chat) {
        shownAt.put(chat, clock.instant());
    }

    /// @return how long another change in this group lets this one wait; zero when it may be made
    private synchronized Duration reserve(String chat) {
        Instant now = clock.instant();
        Instant next = shownAt.getOrDefault(chat, Instant.EPOCH).plus(between);
        if (next.isAfter(now)) {
            return Duration.between(now, next);
        }
        shownAt.put(chat, now);
        return Duration.ZERO;
    }

    @Override
    public SendResult remove(Destination destination, String messageId) {
        return sender.remove(destination, messageId);
    }

    /// A bot cannot ask Telegram what it has said.
    @Override
    public Optional<String> find(Destination destination, String key) {
        return Optional.empty();
    }

    private static Part part(Destination destination, String key, String textSoFar) {
        return new Part(
                key,
                destination,
                OutboundMessage.answer(textSoFar, TranscriptEntry.Origin.CHAT, List.of()));
    }
}
