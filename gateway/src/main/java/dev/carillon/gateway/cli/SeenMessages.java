package dev.carillon.gateway.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was told of a chat, so that nothing is told twice. Ids are in the order of time.
final class SeenMessages {
    /// More than the server tells at once.
    private static final int MOST = 5_000;

    private final Map<String, @Nullable String> outcomes = new LinkedHashMap<>();
    private String oldest = "";
    private String latest = "";

    /// A message of the transcript from before; what is older than the first will not be told.
    void begin(ChatMessage message) {
        if (oldest.isEmpty()) {
            oldest = message.id();
        }
        remember(message);
    }

    Verdict judge(ChatMessage message) {
        if (!outcomes.containsKey(message.id())) {
            if (message.id().compareTo(oldest) < 0) {
                return Verdict.KNOWN;
            }
            remember(message);
            return Verdict.NEW;
        }
        String before = outcomes.get(message.id());
        // An event that waited may be older than what the transcript said; outcomes do not go away.
        if (message.outcome() == null || message.outcome().equals(before)) {
            return Verdict.KNOWN;
        }
        remember(message);
        return Verdict.CHANGED;
    }

    private void remember(ChatMessage message) {
        outcomes.put(message.id(), message.outcome());
        if (message.id().compareTo(latest) > 0) {
            latest = message.id();
        }
        if (outcomes.size() > MOST) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
    }

    @Nullable String latest() {
        return latest.isEmpty() ? null : latest;
    }

    enum Verdict {
        NEW,
        CHANGED,
        KNOWN
    }
}
