package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.requests.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what was said while there was no connection, which Discord does not tell later. What is
/// said meanwhile in such a channel waits its turn, so that the order stays.
final class CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final int PAGE = 100;

    /// What is older was said to somebody who did not answer for a day.
    private static final Duration FURTHEST_BACK = Duration.ofDays(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final String gateway;
    private final DiscordApi api;
    private final ChannelMemory memory;
    private final InstantSource clock;
    private final Map<String, Gap> gaps = new LinkedHashMap<>();
    private final Hopeless hopeless = new Hopeless();
    private volatile @Nullable Intake intake;
    private boolean begun;
    private Instant notBefore = Instant.MIN;

    CatchUp(String gateway, DiscordApi api, ChannelMemory memory, InstantSource clock) {
        this.gateway = gateway;
        this.api = api;
        this.memory = memory;
        this.clock = clock;
    }

    /// There is no connection, so that anything may be missed from now on.
    synchronized void hold() {
        begun = false;
        // What was told in a session that is over is not all that was said.
        gaps.values().forEach(gap -> gap.isTold = false);
        for (ChannelRow row : memory.all()) {
            gaps.computeIfAbsent(row.channel(), _ -> new Gap(row.channel(), row));
        }
    }

    /// There is a new session, which knows nothing of what was said before it.
    synchronized void begin(Intake taking) {
        intake = taking;
        begun = true;
    }

    /// The session goes on; Discord has told what was said meanwhile.
    synchronized void goOn() {
        gaps.values().forEach(gap -> gap.isTold = true);
        begun = true;
    }

    /// Whether the message is to wait for those that were missed before it.
    synchronized boolean holdsBack(JsonNode message) {
        Gap gap = gaps.get(message.path("channel_id").asText());
        if (gap == null) {
            return false;
        }
        gap.waiting.add(message);
        return true;
    }

    /// A message could not be taken in; it is tried again before what comes behind it.
    synchronized void missed(JsonNode message) {
        String channel = message.path("channel_id").asText();
        Gap gap = gaps.computeIfAbsent(channel, _ -> new Gap(channel, null));
        gap.waiting.add(message);
        notBefore = clock.instant().plus(AFTER_FAILURE);
    }

    /// Fetches one page, if there is something to fetch.
    ///
    /// @return whether there may be more
    boolean step() {
        Gap gap = next();
        if (gap == null) {
            return false;
        }
        try {
            if (gap.row == null || gap.isTold || fetch(gap, gap.row.place())) {
                close(gap);
            }
            return true;
        } catch (CallFailed e) {
            return failed(gap, e);
        }
    }

    private synchronized @Nullable Gap next() {
        boolean isTime = begun && !gaps.isEmpty() && !clock.instant().isBefore(notBefore);
        return isTime ? gaps.values().iterator().next() : null;
    }

    /// @return whether that was all
    private boolean fetch(Gap gap, Place place) {
        Route.CompiledRoute route =
                Route.Messages.GET_MESSAGE_HISTORY
                        .compile(gap.channel)
                        .withQueryParams(
                                "limit",
                                String.valueOf(PAGE),
                                "after",
                                String.valueOf(Math.max(gap.after, oldest())));
        List<JsonNode> page = new ArrayList<>();
        api.call(route, null).forEach(page::add);
        page.sort(Comparator.comparingLong(message -> message.path("id").asLong()));
        for (JsonNode message : page) {
            take(message, place);
            gap.after = message.path("id").asLong();
        }
        return page.size() < PAGE;
    }

    /// What came meanwhile is taken in before anything that is told later can be.
    private synchronized void close(Gap gap) {
        while (!gap.waiting.isEmpty()) {
            take(gap.waiting.getFirst(), null);
            gap.waiting.removeFirst();
        }
        gaps.remove(gap.channel);
    }

    /// @param place where it was said; absent: it says so itself
    private void take(JsonNode message, @Nullable Place place) {
        Intake taking = intake;
        if (taking == null) {
            throw new IllegalStateException("nobody takes messages in");
        }
        try {
            if (place == null) {
                taking.message(message);
            } else {
                taking.message(message, place);
            }
        } catch (CallFailed e) {
            throw e;
        } catch (RuntimeException e) {
            String id = message.path("id").asText();
            if (!hopeless.is(id)) {
                throw e;
            }
            LOG.error("{}: message {} cannot be taken in and is left out", gateway, id, e);
        }
    }

    private boolean failed(Gap gap, CallFailed problem) {
        if (problem.failure().isAboutAccess()) {
            LOG.info(
                    "{}: what was said in channel {} meanwhile cannot be read: {}; give the bot the"
                            + " permission Read Message History if that is not meant",
                    gateway,
                    gap.channel,
                    problem.getMessage());
            close(gap);
            if (problem.failure().code() == ApiFailure.UNKNOWN_CHANNEL) {
                memory.forget(gap.channel);
            }
            return true;
        }
        Duration told = problem.failure().retryAfter();
        Duration wait = told == null ? AFTER_FAILURE : told;
        synchronized (this) {
            notBefore = clock.instant().plus(wait);
        }
        LOG.warn(
                "{}: what was said meanwhile could not be fetched: {}; trying again in {}",
                gateway,
                problem.getMessage(),
                wait);
        return false;
    }

    private long oldest() {
        return Snowflake.at(clock.instant().minus(FURTHEST_BACK));
    }

    /// A channel in which something may be missing.
    private static final class Gap {
        private final String channel;

        /// Absent: nothing is missing but what waits.
        private final @Nullable ChannelRow row;

        private final List<JsonNode> waiting = new ArrayList<>();
        private long after;

        /// Whether all that was missed waits already.
        private volatile boolean isTold;

        private Gap(String channel, @Nullable ChannelRow row) {
            this.channel = channel;
            this.row = row;
            this.after = row == null ? 0 : row.lastMessage();
        }
    }

    /// After so many failures over the same message it is the message that is wrong.
    private static final class Hopeless {
        private static final int TRIES = 3;

        private String message = "";
        private int times;

        private boolean is(String failed) {
            times = failed.equals(message) ? times + 1 : 1;
            message = failed;
            return times >= TRIES;
        }
    }
}
