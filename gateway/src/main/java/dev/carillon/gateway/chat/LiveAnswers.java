package dev.carillon.gateway.chat;

import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.engine.Wakeup;
import dev.carillon.scheduler.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows answers while they grow: one message in each destination, posted when an answer takes a
/// while, changed as it goes on, which in the end becomes the answer instead of a new message. What
/// is shown is in the database too, so that after a crash the turn, which is run again, goes on in
/// the same message; and what nobody goes on with is taken back. A half answer never stays.
public final class LiveAnswers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveAnswers.class);

    /// A turn that shows no sign of life for so long will not end in this message.
    static final Duration QUIET = Duration.ofMinutes(3);

    private static final Duration CLOSED_KEPT = Duration.ofDays(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    /// How long another replica may be on its way with a change that it has begun.
    static final Duration LONGEST_CHANGE = Duration.ofSeconds(3);

    private final String gateway;
    private final EditsMessages platform;
    private final LiveAnswerRows rows;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Pace pace;
    private final Map<Destination, LiveAnswer> growing = new ConcurrentHashMap<>();

    /// The turns whose answers have ended growing in this process: no change to them is on its way.
    private final Map<Destination, String> endedHere = new ConcurrentHashMap<>();

    private final Wakeup ending = new Wakeup();
    private volatile @Nullable Thread sweeper;

    public LiveAnswers(
            String gateway,
            EditsMessages platform,
            LiveAnswerRows rows,
            Transactions transactions,
            InstantSource clock,
            Pace pace) {
        this.gateway = gateway;
        this.platform = platform;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
        this.pace = pace;
    }

    /// Begins to take back what an earlier process left behind.
    public synchronized void start() {
        if (sweeper == null) {
            sweeper = Thread.ofVirtual().name("live-answers-" + gateway).start(this::sweepOften);
        }
    }

    /// The turn goes on, without words.
    public void goesOn(Destination destination) {
        LiveAnswer answer = growing.get(destination);
        if (answer != null) {
            answer.goesOn();
        }
    }

    /// The beginning of an answer, as far as it has come.
    public void partial(Destination destination, String turn, String textSoFar) {
        if (textSoFar.isBlank()) {
            return;
        }
        growing.compute(
                        destination,
                        (_, before) ->
                                before == null || !before.isOf(turn)
                                        ? begun(destination, turn, before)
                                        : before)
                .show(textSoFar);
    }

    private LiveAnswer begun(Destination destination, String turn, @Nullable LiveAnswer before) {
        LiveAnswer answer =
                new LiveAnswer(
                        gateway, destination, turn, platform, rows, transactions, clock, pace);
        Thread.ofVirtual()
                .name("live-answer")
                .start(() -> {
                    if (before != null) {
                        before.end();
                    }
                    answer.run();
                });
        return answer;
    }

    /// Sends a message: to the end of the chat, or, if it is the answer that grew, in the place of
    /// its beginning.
    public SendResult send(
            Part part,
            Function<Part, SendResult> anew,
            BiFunction<Part, String, SendResult> instead) {
        return switch (placeOf(part)) {
            case Place.New _ -> anew.apply(part);
            case Place.Instead(String id) -> settled(part, instead.apply(part, id));
            case Place.Later(Duration in) -> new SendResult.RateLimited(in);
        };
    }

    private SendResult settled(Part part, SendResult result) {
        switch (result) {
            case SendResult.Delivered _ -> settled(part.destination());
            case SendResult.Refused _ -> abandon(part.destination());
            case SendResult.RateLimited _, SendResult.Unavailable _, SendResult.Unknown _ -> {
                // The answer is given later, in the same place.
            }
        }
        return result;
    }

    /// What a schedule or a command says passes by while an answer grows.
    Place placeOf(Part part) {
        String turn = part.message().turn();
        if (turn == null) {
            return new Place.New();
        }
        Destination destination = part.destination();
        endHere(destination, turn);
        if (find(destination, turn).isEmpty()) {
            return new Place.New();
        }
        transactions.run(() -> rows.close(destination.key(), turn));
        LiveAnswerRow row = find(destination, turn).orElse(null);
        if (row == null) {
            return new Place.New();
        }
        Instant changedAt = Instant.ofEpochMilli(row.at());
        Duration left = Duration.between(clock.instant(), changedAt.plus(LONGEST_CHANGE));
        boolean isOurs = turn.equals(endedHere.get(destination));
        if (!isOurs && left.isPositive()) {
            return new Place.Later(left);
        }
        if (row.messageId() == null || part.message().edits() != null) {
            takeBack(row);
            return new Place.New();
        }
        return new Place.Instead(row.messageId());
    }

    private void endHere(Destination destination, String turn) {
        LiveAnswer own = growing.get(destination);
        if (own != null && own.isOf(turn)) {
            own.end();
            endedHere.put(destination, turn);
            growing.remove(destination, own);
        }
    }

    private Optional<LiveAnswerRow> find(Destination destination, String turn) {
        return rows.find(destination.key()).filter(row -> row.turn().equals(turn));
    }

    /// The message that grew has become the answer, or is not wanted any more.
    private void settled(Destination destination) {
        endedHere.remove(destination);
        rows.find(destination.key())
                .ifPresent(
                        row -> transactions.run(() -> rows.delete(row.destination(), row.turn())));
    }

    /// The answer cannot be given; its beginning is taken back.
    private void abandon(Destination destination) {
        endedHere.remove(destination);
        rows.find(destination.key()).ifPresent(this::takeBack);
    }

    private void sweepOften() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sweep();
                ending.await(BETWEEN_SWEEPS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes back what nobody has gone on with for a while.
    void sweep() {
        try {
            Instant now = clock.instant();
            List<LiveAnswerRow> quiet = rows.quietSince(gateway, now.minus(QUIET).toEpochMilli());
            for (LiveAnswerRow row : quiet) {
                if (row.isClosed() == 0) {
                    takeBack(row);
                } else if (row.at() < now.minus(CLOSED_KEPT).toEpochMilli()) {
                    // The answer has long taken its place, or was given up.
                    transactions.run(() -> rows.delete(row.destination(), row.turn()));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("{}: unfinished answers could not be looked for; trying again", gateway, e);
        }
    }

    private void takeBack(LiveAnswerRow row) {
        Destination destination = Destination.ofKey(row.destination());
        String id =
                row.messageId() == null
                        ? platform.find(destination, row.turn()).orElse(null)
                        : row.messageId();
        SendResult result =
                id == null ? new SendResult.Delivered("") : platform.remove(destination, id);
        switch (result) {
            case SendResult.Delivered _, SendResult.Refused _ ->
                    transactions.run(() -> rows.delete(row.destination(), row.turn()));
            case SendResult.RateLimited _, SendResult.Unavailable _, SendResult.Unknown _ ->
                    LOG.info(
                            "{}: an unfinished answer in {} could not be taken back; trying again",
                            gateway,
                            destination);
        }
    }

    /// Ends what is shown; what has not become an answer is taken up again after the next start.
    @Override
    public void close() {
        Thread sweeping = sweeper;
        if (sweeping != null) {
            sweeping.interrupt();
        }
        growing.values().forEach(LiveAnswer::end);
    }

    /// Where a message goes.
    sealed interface Place {
        /// To the end of the chat.
        record New() implements Place {}

        /// In the place of the message that showed its beginning.
        record Instead(String messageId) implements Place {}

        /// Nowhere yet: another replica may still be changing the message.
        record Later(Duration in) implements Place {}
    }

    /// @param before how long an answer has to take before anything of it is shown
    /// @param between the time between two changes
    /// @param longest the longest text that is shown
    public record Pace(Duration before, Duration between, int longest) {}
}
