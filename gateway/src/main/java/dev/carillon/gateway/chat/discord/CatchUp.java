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
    private @Nullable Intake intake;
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
        for (ChannelRow row : memory.all()) {
            gaps.computeIfAbsent(row.channel(), _ -> new Gap(row));
        }
    }

    /// There is a new session, which knows nothing of what was said before it.
    synchronized void begin(Intake taking) {
        intake = taking;
        begun = true;
    }

    /// The session goes on; Discord has told what was said meanwhile.
    synchronized void goOn() {
        List.copyOf(gaps.values()).forEach(this::close);
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

    /// A message could not be taken in; it is fetched again.
    synchronized void missed(JsonNode message) {
        String channel = message.path("channel_id").asText();
        memory.place(channel)
                .ifPresent(
                        place -> gaps.computeIfAbsent(channel, _ -> new Gap(row(place, message))));
        notBefore = clock.instant().plus(AFTER_FAILURE);
    }

    private ChannelRow row(Place place, JsonNode message) {
        return new ChannelRow(
                gateway,
                place.channel(),
                place.parent(),
                place.guild(),
                message.path("id").asLong() - 1);
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
            fetch(gap);
            return true;
        } catch (CallFailed e) {
            return failed(gap, e);
        }
    }

    private synchronized @Nullable Gap next() {
        boolean isTime = begun && !gaps.isEmpty() && !clock.instant().isBefore(notBefore);
        return isTime ? gaps.values().iterator().next() : null;
    }

    private void fetch(Gap gap) {
        Route.CompiledRoute route =
                Route.Messages.GET_MESSAGE_HISTORY
                        .compile(gap.place.channel())
                        .withQueryParams(
                                "limit",
                                String.valueOf(PAGE),
                                "after",
                                String.valueOf(Math.max(gap.after, oldest())));
        List<JsonNode> page = new ArrayList<>();
        api.call(route, null).forEach(page::add);
        page.sort(Comparator.comparingLong(message -> message.path("id").asLong()));
        for (JsonNode message : page) {
            take(message, gap);
        }
        if (page.size() < PAGE) {
            close(gap);
        }
    }

    private synchronized void take(JsonNode message, Gap gap) {
        if (intake != null) {
            intake.message(message, gap.place);
            gap.after = message.path("id").asLong();
        }
    }

    /// What came meanwhile is taken in before anything that is told later can be.
    private synchronized void close(Gap gap) {
        for (JsonNode message : gap.waiting) {
            take(message, gap);
        }
        gaps.remove(gap.place.channel());
    }

    private boolean failed(Gap gap, CallFailed problem) {
        if (problem.failure().isAboutAccess()) {
            LOG.info(
                    "{}: what was said in channel {} meanwhile cannot be read: {}; give the bot the"
                            + " permission Read Message History if that is not meant",
                    gateway,
                    gap.place.channel(),
                    problem.getMessage());
            close(gap);
            if (problem.failure().code() == ApiFailure.UNKNOWN_CHANNEL) {
                memory.forget(gap.place.channel());
            }
            return true;
        }
        Duration told = problem.failure().retryAfter();
        synchronized (this) {
            notBefore = clock.instant().plus(told == null ? AFTER_FAILURE : told);
        }
        LOG.warn(
                "{}: what was said meanwhile could not be fetched: {}; trying again in {}",
                gateway,
                problem.getMessage(),
                told == null ? AFTER_FAILURE : told);
        return false;
    }

    private long oldest() {
        return Snowflake.at(clock.instant().minus(FURTHEST_BACK));
    }

    private static final class Gap {
        private final Place place;
        private final List<JsonNode> waiting = new ArrayList<>();
        private long after;

        private Gap(ChannelRow row) {
            this.place = new Place(row.channel(), row.parent(), row.guild());
            this.after = row.lastMessage();
        }
    }
}
