package dev.carillon.gateway.chat.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Slack has to be asked about people and channels, kept for a while. Asking never takes long:
/// Slack wants its events acknowledged within three seconds, and what is learned too late is there
/// for the next one.
final class Lookups<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(800);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Function<String, T> ask;
    private final Duration kept;
    private final InstantSource clock;
    private volatile boolean slow;
    private final Map<String, Asked<T>> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Asked<T>> eldest) {
                    return size() > MOST;
                }
            };

    /// @param ask asks Slack; throws [SlackFailure] when it does not say
    Lookups(Function<String, T> ask, Duration kept, InstantSource clock) {
        this.ask = ask;
        this.kept = kept;
        this.clock = clock;
    }

    /// What is known of an id; nothing when Slack does not say, or not soon enough.
    Optional<T> find(String id) {
        Asked<T> entry = entry(id);
        try {
            // Once Slack has kept us waiting, the next in line are not made to wait as well.
            long wait = slow ? 0 : LONGEST_WAIT.toMillis();
            return Optional.of(entry.answer.get(wait, TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            slow = true;
            return entry.before == null ? Optional.empty() : finished(entry.before);
        } catch (ExecutionException _) {
            return entry.before == null ? Optional.empty() : finished(entry.before);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static <T> Optional<T> finished(CompletableFuture<T> answer) {
        return answer.state() == Future.State.SUCCESS
                ? Optional.of(answer.resultNow())
                : Optional.empty();
    }

    private synchronized Asked<T> entry(String id) {
        Asked<T> entry = known.get(id);
        Instant now = clock.instant();
        if (entry == null || entry.isOver(now, kept)) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            Thread.ofVirtual().name("slack-lookup").start(() -> learn(id, answer));
            entry = new Asked<>(answer, now, entry == null ? null : entry.answer);
            known.put(id, entry);
        }
        return entry;
    }

    private void learn(String id, CompletableFuture<T> answer) {
        try {
            answer.complete(ask.apply(id));
            slow = false;
        } catch (RuntimeException e) {
            LOG.debug("Slack does not say who or what {} is", id, e);
            answer.completeExceptionally(e);
        }
    }

    /// @param before what was known until now, which is better than nothing
    private record Asked<T>(
            CompletableFuture<T> answer, Instant askedAt, @Nullable CompletableFuture<T> before) {
        boolean isOver(Instant now, Duration kept) {
            Duration lasts = answer.isCompletedExceptionally() ? AFTER_FAILURE : kept;
            return Duration.between(askedAt, now).compareTo(lasts) > 0;
        }
    }
}
