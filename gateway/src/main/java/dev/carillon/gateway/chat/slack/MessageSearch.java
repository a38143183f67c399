package dev.carillon.gateway.chat.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.carillon.scheduler.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads messages in channels and threads.
final class MessageSearch {
    private static final Logger LOG = LoggerFactory.getLogger(MessageSearch.class);
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5;

    private final String gateway;
    private final SlackApi api;

    MessageSearch(String gateway, SlackApi api) {
        this.gateway = gateway;
        this.api = api;
    }

    /// The messages in a channel, or a thread, since an instant; none where the bot may not read.
    ///
    /// @throws SlackFailure when Slack does not say
    List<Message> since(Destination destination, Instant since) {
        String oldest = "%d.000000".formatted(Math.max(0, since.getEpochSecond()));
        List<Message> found = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Page next = page(destination, oldest, null, cursor);
            found.addAll(next.messages());
            cursor = next.cursor();
            if (cursor == null) {
                return found;
            }
        }
        LOG.warn("{}: {} holds more messages than are looked through", gateway, destination);
        return found;
    }

    Optional<Message> find(Destination destination, String ts) {
        return page(destination, ts, ts, null).messages().stream()
                .filter(message -> ts.equals(message.getTs()))
                .findFirst();
    }

    private Page page(
            Destination destination,
            String oldest,
            @Nullable String latest,
            @Nullable String cursor) {
        try {
            return destination.thread() == null
                    ? history(destination, oldest, latest, cursor)
                    : replies(destination, destination.thread(), oldest, latest, cursor);
        } catch (SlackFailure e) {
            if (isNothingToRead(e.error())) {
                LOG.warn("{}: {} cannot be read: {}", gateway, destination, e.sentence());
                return new Page(List.of(), null);
            }
            throw e;
        }
    }

    private static boolean isNothingToRead(String error) {
        return switch (error) {
            case "channel_not_found",
                    "not_in_channel",
                    "thread_not_found",
                    "is_archived",
                    "invalid_ts_oldest" ->
                    true;
            default -> error.startsWith("missing_scope");
        };
    }

    private Page history(
            Destination destination,
            String oldest,
            @Nullable String latest,
            @Nullable String cursor) {
        ConversationsHistoryResponse answer =
                api.call(slack ->
                        slack.conversationsHistory(r ->
                                r.channel(destination.chat())
                                        .oldest(oldest)
                                        .latest(latest)
                                        .inclusive(true)
                                        .limit(PAGE)
                                        .cursor(cursor)
                                        .includeAllMetadata(true)));
        return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
    }

    private Page replies(
            Destination destination,
            String thread,
            String oldest,
            @Nullable String latest,
            @Nullable String cursor) {
        ConversationsRepliesResponse answer =
                api.call(slack ->
                        slack.conversationsReplies(r ->
                                r.channel(destination.chat())
                                        .ts(thread)
                                        .oldest(oldest)
                                        .latest(latest)
                                        .inclusive(true)
                                        .limit(PAGE)
                                        .cursor(cursor)
                                        .includeAllMetadata(true)));
        return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
    }

    private static @Nullable String next(@Nullable ResponseMetadata metadata) {
        String cursor = metadata == null ? null : metadata.getNextCursor();
        return cursor == null || cursor.isBlank() ? null : cursor;
    }

    private record Page(List<Message> messages, @Nullable String cursor) {
        Page {
            messages = List.copyOf(messages);
        }
    }
}
