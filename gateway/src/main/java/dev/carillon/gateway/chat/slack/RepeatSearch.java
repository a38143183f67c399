package dev.carillon.gateway.chat.slack;

import com.slack.api.model.Message;
import dev.carillon.gateway.chat.Part;
import dev.carillon.scheduler.Destination;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds out whether Slack has a message already: it knows no key by which a repeat is told, but
/// keeps what we write into the metadata of a message. Slack is asked only about messages that may
/// have been sent before: those of which we had no answer, and those that are older than this
/// process or have waited for so long that another may have died over them.
final class RepeatSearch {
    private static final Duration FRESH = Duration.ofSeconds(10);

    /// Nothing can have been sent by another while we send; only who dies leaves it to the next.
    private static final Duration VIEW_HOLDS = Duration.ofSeconds(10);

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final Duration UNKNOWN_AGE = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final MessageSearch messages;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Map<String, String> sent = bounded();
    private final Map<String, Boolean> uncertain = bounded();
    private final Map<Destination, Instant> viewedAt = bounded();

    RepeatSearch(MessageSearch messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    private static <K, V> Map<K, V> bounded() {
        return Collections.synchronizedMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > MOST;
                    }
                });
    }

    void sent(Part part, String messageId) {
        sent.put(part.key(), messageId);
        uncertain.remove(part.key());
    }

    void uncertain(Part part) {
        uncertain.put(part.key(), true);
    }

    /// The id of the message, if Slack has it.
    ///
    /// @throws SlackFailure when that cannot be found out now
    Optional<String> find(Part part) {
        String known = sent.get(part.key());
        if (known != null) {
            return Optional.of(known);
        }
        Instant now = clock.instant();
        Instant madeAt = madeAt(part.key());
        boolean isUncertain = uncertain.containsKey(part.key());
        boolean isFresh =
                madeAt != null
                        && !madeAt.isBefore(startedAt)
                        && Duration.between(madeAt, now).compareTo(FRESH) < 0;
        if (isFresh && !isUncertain) {
            return Optional.empty();
        }
        Instant viewed = viewedAt.get(part.destination());
        boolean holds = viewed != null && Duration.between(viewed, now).compareTo(VIEW_HOLDS) < 0;
        if (isUncertain || !holds) {
            Instant since = madeAt == null ? now.minus(UNKNOWN_AGE) : madeAt;
            sent.putAll(keys(part.destination(), since.minus(CLOCKS_DIFFER_BY)));
            viewedAt.put(part.destination(), now);
        }
        return Optional.ofNullable(sent.get(part.key()));
    }

    private Map<String, String> keys(Destination destination, Instant since) {
        List<Message> found = messages.since(destination, since);
        Map<String, String> keys = new HashMap<>();
        for (Message message : found) {
            String key = MessageKey.of(message);
            if (key != null) {
                keys.put(key, message.getTs());
            }
        }
        return keys;
    }

    /// Our keys begin with an id that says when it was made.
    private static @Nullable Instant madeAt(String key) {
        try {
            UUID id = UUID.fromString(key.split("\\.", 2)[0]);
            return id.version() == 7
                    ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)
                    : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
