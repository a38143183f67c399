package dev.carillon.gateway.chat;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.engine.Wakeup;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One answer while it grows. Delays nobody: texts are handed over, and shown by a thread of its
/// own at the pace that the platform bears.
final class LiveAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(LiveAnswer.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(40);

    private final String gateway;
    private final Destination destination;
    private final String turn;
    private final EditsMessages platform;
    private final LiveAnswerRows rows;
    private final Transactions transactions;
    private final InstantSource clock;
    private final LiveAnswers.Pace pace;
    private final Wakeup ending = new Wakeup();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isEnding;
    private volatile String text = "";
    private volatile Instant heardAt;
    private Instant claimedAt;

    LiveAnswer(
            String gateway,
            Destination destination,
            String turn,
            EditsMessages platform,
            LiveAnswerRows rows,
            Transactions transactions,
            InstantSource clock,
            LiveAnswers.Pace pace) {
        this.gateway = gateway;
        this.destination = destination;
        this.turn = turn;
        this.platform = platform;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
        this.pace = pace;
        this.heardAt = clock.instant();
        this.claimedAt = heardAt;
    }

    boolean isOf(String other) {
        return turn.equals(other);
    }

    void show(String textSoFar) {
        text = textSoFar;
        heardAt = clock.instant();
    }

    void goesOn() {
        heardAt = clock.instant();
    }

    /// Returns when nothing more is shown, what was on its way included.
    void end() {
        isEnding = true;
        ending.signal();
        try {
            if (!ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{}: a change in {} does not come to an end", gateway, destination);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void run() {
        try {
            ending.await(pace.before());
            if (!isEnding) {
                grow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("{}: an answer could not be shown growing in {}", gateway, destination, e);
        } finally {
            ended.countDown();
        }
    }

    private void grow() throws InterruptedException {
        String shown = "";
        String id = taken();
        if (id == null) {
            shown = beginning();
            id = begin(shown);
        }
        while (id != null && !isEnding) {
            ending.await(pace.between());
            String latest = beginning();
            if (isEnding || isQuiet()) {
                return;
            }
            boolean isMore = !latest.equals(shown);
            if ((isMore || isToBeKept()) && !claim()) {
                return;
            }
            if (isMore) {
                SendResult result = platform.change(destination, id, latest);
                if (!goesOn(result)) {
                    return;
                }
                // What was not taken is shown next time, even if nothing follows for long.
                shown = result instanceof SendResult.Delivered ? latest : shown;
            }
        }
    }

    /// The message in which the turn was shown before, by a process that died.
    private @Nullable String taken() {
        LiveAnswerRow row = rows.find(destination.key()).orElse(null);
        if (row == null || !row.turn().equals(turn) || row.isClosed() != 0) {
            return null;
        }
        String id =
                row.messageId() == null
                        ? platform.find(destination, turn).orElse(null)
                        : row.messageId();
        transactions.run(() -> {
            if (id == null) {
                rows.delete(destination.key(), turn);
            } else {
                rows.posted(destination.key(), turn, id);
            }
        });
        return id;
    }

    /// @return the id of the message; absent when there is none
    private @Nullable String begin(String shown) {
        if (!open()) {
            return null;
        }
        return switch (platform.begin(destination, turn, shown)) {
            case SendResult.Delivered delivered -> {
                String id = delivered.platformMessageId();
                transactions.run(() -> rows.posted(destination.key(), turn, id));
                yield id;
            }
            case SendResult.Unknown _ -> null;
            case SendResult.RateLimited _, SendResult.Unavailable _, SendResult.Refused _ -> {
                transactions.run(() -> rows.delete(destination.key(), turn));
                yield null;
            }
        };
    }

    /// Fails when another answer grows here, whose message must not be lost sight of.
    private boolean open() {
        int[] opened = new int[1];
        transactions.run(
                () -> opened[0] = rows.open(destination.key(), gateway, turn, clock.millis()));
        return opened[0] == 1;
    }

    private boolean claim() {
        int[] claimed = new int[1];
        Instant now = clock.instant();
        transactions.run(
                () -> claimed[0] = rows.claim(destination.key(), turn, now.toEpochMilli()));
        claimedAt = now;
        return claimed[0] == 1;
    }

    private boolean goesOn(SendResult result) throws InterruptedException {
        return switch (result) {
            case SendResult.Delivered _, SendResult.Unavailable _, SendResult.Unknown _ -> true;
            case SendResult.RateLimited limited -> {
                ending.await(limited.retryAfter());
                yield true;
            }
            case SendResult.Refused _ -> false;
        };
    }

    /// A turn that is at work without new words must not be taken for one that died.
    private boolean isToBeKept() {
        return Duration.between(claimedAt, heardAt).compareTo(LiveAnswers.QUIET.dividedBy(3)) > 0;
    }

    private boolean isQuiet() {
        return Duration.between(heardAt, clock.instant()).compareTo(LiveAnswers.QUIET) > 0;
    }

    private String beginning() {
        return Beginning.of(text, pace.longest());
    }
}
