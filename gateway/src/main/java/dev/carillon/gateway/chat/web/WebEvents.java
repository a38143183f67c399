package dev.carillon.gateway.chat.web;

import dev.carillon.scheduler.engine.Wakeup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Tells those who look at a chat what is new in it. The database is what they are told; signals
/// within the process only make it prompt, so that nothing is missed that another replica wrote or
/// that came between two looks.
public final class WebEvents {
    /// Commits become visible out of the order of their times; a look goes back this far.
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /// Looking back so far is done this often; in between a signal tells that something is new now.
    private static final Duration FAR_LOOKS = Duration.ofSeconds(1);

    private static final Duration NEAR = Duration.ofSeconds(1);

    private final WebMessages messages;
    private final InstantSource clock;
    private final Map<String, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();

    WebEvents(WebMessages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /// Begins to look at a chat.
    ///
    /// @param since what was added or changed from this instant on is told first; absent: only what
    ///   is new from now on
    public Subscription subscribe(String chat, @Nullable Instant since) {
        Instant now = clock.instant();
        Subscription subscription = new Subscription(chat, since == null ? now : since);
        if (since == null) {
            messages.changedSince(chat, now.minus(OVERLAP)).forEach(subscription::isNews);
        }
        return added(subscription);
    }

    /// Goes on looking at a chat after a lost connection.
    ///
    /// @param last what was told last
    public Subscription resume(String chat, WebMessage last) {
        Subscription subscription = new Subscription(chat, last.changedAt());
        messages.changedSince(chat, last.changedAt()).stream()
                .takeWhile(change -> change.at().equals(last.changedAt()))
                .filter(change -> change.id().compareTo(last.id()) <= 0)
                .forEach(subscription::isNews);
        return added(subscription);
    }

    private Subscription added(Subscription subscription) {
        subscriptions.compute(
                subscription.chat,
                (_, others) -> {
                    Set<Subscription> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                    all.add(subscription);
                    return all;
                });
        return subscription;
    }

    private void remove(Subscription subscription) {
        subscriptions.computeIfPresent(
                subscription.chat,
                (_, all) -> {
                    all.remove(subscription);
                    return all.isEmpty() ? null : all;
                });
    }

    /// Something was written in a chat.
    void changed(String chat) {
        of(chat).forEach(Subscription::wake);
    }

    void typing(String chat) {
        of(chat).forEach(subscription -> subscription.show(new WebEvent.Typing()));
    }

    void partial(String chat, String turnId, String text) {
        of(chat).forEach(subscription -> subscription.show(new WebEvent.Partial(turnId, text)));
    }

    private Set<Subscription> of(String chat) {
        return subscriptions.getOrDefault(chat, Set.of());
    }

    /// One who looks at a chat. Used by one thread; signals come from any.
    public final class Subscription implements AutoCloseable {
        private final String chat;
        private final Wakeup wakeup = new Wakeup();
        private final AtomicReference<@Nullable WebEvent> fleeting = new AtomicReference<>();
        private final Map<String, Instant> told = new LinkedHashMap<>();
        private Instant lookedAt;
        private Instant lookedFarAt = Instant.EPOCH;

        private Subscription(String chat, Instant lookedAt) {
            this.chat = chat;
            this.lookedAt = lookedAt;
        }

        /// Waits for news.
        ///
        /// @return what is new, oldest first; empty when nothing came in time
        /// @throws InterruptedException when the one who looks is gone
        public List<WebEvent> next(Duration most) throws InterruptedException {
            boolean isFirst = lookedFarAt.equals(Instant.EPOCH);
            List<WebEvent> news = isFirst ? look() : List.of();
            if (news.isEmpty()) {
                wakeup.await(most);
                news = look();
            }
            return news;
        }

        private List<WebEvent> look() {
            Instant now = clock.instant();
            boolean isFar = !now.isBefore(lookedFarAt.plus(FAR_LOOKS));
            List<WebEvent> news = changedSince(isFar ? lookedAt : latest(lookedAt, now));
            if (isFar) {
                lookedFarAt = now;
                forgetBefore(now.minus(OVERLAP));
            }
            WebEvent passing = fleeting.getAndSet(null);
            if (passing != null) {
                news.add(passing);
            }
            return news;
        }

        private List<WebEvent> changedSince(Instant since) {
            List<WebMessages.Change> changes =
                    messages.changedSince(chat, since).stream().filter(this::isNews).toList();
            List<WebEvent> news = new ArrayList<>(changes.size());
            messages.read(changes).forEach(message -> news.add(new WebEvent.Message(message)));
            return news;
        }

        private static Instant latest(Instant lookedAt, Instant now) {
            Instant near = now.minus(NEAR);
            return near.isAfter(lookedAt) ? near : lookedAt;
        }

        private void forgetBefore(Instant instant) {
            if (instant.isAfter(lookedAt)) {
                lookedAt = instant;
                told.values().removeIf(changedAt -> changedAt.isBefore(lookedAt));
            }
        }

        private boolean isNews(WebMessages.Change change) {
            return !change.at().equals(told.put(change.id(), change.at()));
        }

        private void wake() {
            wakeup.signal();
        }

        /// Only the latest of what passes is worth showing.
        private void show(WebEvent event) {
            fleeting.set(event);
            wakeup.signal();
        }

        @Override
        public void close() {
            remove(this);
        }
    }
}
