package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.Attachment;
import dev.carillon.config.GatewayConfig.Threads;
import dev.carillon.gateway.chat.Heed;
import dev.carillon.scheduler.Destination;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads the events of Slack's Events API. Left raw: the SDK has a class for each of their many
/// kinds, and what it does not know yet would be lost.
final class SlackEvents {
    private final String gateway;
    private final Threads threads;
    private final Me me;
    private final BiPredicate<String, String> takesPart;
    private final UnaryOperator<Attachment> whole;
    private final SlackWords words;

    /// @param takesPart whether the bot has spoken in a thread, by channel and thread
    /// @param nameOf the name of a user by id
    /// @param whole what there is to say of a file of which only the id is known
    SlackEvents(
            String gateway,
            Threads threads,
            Me me,
            BiPredicate<String, String> takesPart,
            UnaryOperator<String> nameOf,
            UnaryOperator<Attachment> whole) {
        this.gateway = gateway;
        this.threads = threads;
        this.me = me;
        this.takesPart = takesPart;
        this.whole = whole;
        this.words = new SlackWords(nameOf);
    }

    /// @param body an event with its envelope
    Heard read(JsonNode body) {
        JsonNode event = body.path("event");
        String type = event.path("type").asText();
        return switch (type) {
            case "message", "app_mention" -> message(event);
            case "app_uninstalled" -> new Heard.Removed("the app was taken out of the workspace");
            case "tokens_revoked" -> new Heard.Removed("its tokens were revoked");
            default -> new Heard.Nothing("nothing we have a use for: " + type);
        };
    }

    private Heard message(JsonNode event) {
        String channel = event.path("channel").asText();
        String ts = event.path("ts").asText();
        if (channel.isBlank() || ts.isBlank()) {
            return new Heard.Nothing("a message without a place");
        }
        if (!isSaid(event)) {
            return new Heard.Nothing("an edit, or what happened in the channel");
        }
        if (isMine(event)) {
            return new Heard.Nothing("said by this bot");
        }
        String sender = event.path("user").asText(event.path("bot_id").asText());
        String text = event.path("text").asText();
        List<Attachment> attachments = attachments(event.path("files"));
        if (sender.isBlank() || (text.isBlank() && attachments.isEmpty())) {
            return new Heard.Nothing("no words and no file");
        }
        Heed heed = heed(event, channel, text);
        return new Heard.Said(
                channel + ":" + ts,
                new Destination(gateway, channel, thread(event, heed, ts)),
                sender,
                botName(event),
                text(text, heed),
                attachments,
                heed,
                event.hasNonNull("bot_id"),
                at(ts));
    }

    /// Slack's names of messages are the seconds at which they were sent.
    private static @Nullable Instant at(String ts) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(ts.split("\\.", 2)[0]));
        } catch (NumberFormatException | DateTimeException _) {
            return null;
        }
    }

    /// Slack lets no slash commands be used in threads; there, and after a mention, people may
    /// write one with an exclamation mark.
    private String text(String text, Heed heed) {
        String read = words.read(text, me.mention());
        boolean isOurs = heed != Heed.OVERHEARD;
        return isOurs && read.startsWith("!") && SlackCommands.isCommand(read.substring(1))
                ? "/" + read.substring(1)
                : read;
    }

    private static boolean isSaid(JsonNode event) {
        return switch (event.path("subtype").asText("")) {
            case "", "file_share", "thread_broadcast", "me_message", "bot_message" -> true;
            default -> false;
        };
    }

    private boolean isMine(JsonNode event) {
        return me.user().equals(event.path("user").asText())
                || (me.bot() != null && me.bot().equals(event.path("bot_id").asText()));
    }

    private Heed heed(JsonNode event, String channel, String text) {
        if (isDirect(event, channel)) {
            return Heed.DIRECT;
        }
        if (event.path("type").asText().equals("app_mention")
                || SlackWords.mentions(text, me.mention())) {
            return Heed.MENTIONED;
        }
        String thread = repliedTo(event);
        boolean isReply =
                thread != null
                        && (me.user().equals(event.path("parent_user_id").asText())
                                || takesPart.test(channel, thread));
        return isReply ? Heed.REPLIED : Heed.OVERHEARD;
    }

    private static boolean isDirect(JsonNode event, String channel) {
        return event.path("channel_type").asText().equals("im") || channel.startsWith("D");
    }

    private static @Nullable String repliedTo(JsonNode event) {
        String thread = event.path("thread_ts").asText();
        return thread.isBlank() || thread.equals(event.path("ts").asText()) ? null : thread;
    }

    private @Nullable String thread(JsonNode event, Heed heed, String ts) {
        String repliedTo = repliedTo(event);
        boolean opensOne = threads == Threads.ALWAYS && heed == Heed.MENTIONED;
        return repliedTo == null && opensOne ? ts : repliedTo;
    }

    private static @Nullable String botName(JsonNode event) {
        if (!event.hasNonNull("bot_id")) {
            return null;
        }
        String name =
                event.path("username").asText(event.path("bot_profile").path("name").asText());
        return name.isBlank() ? null : name;
    }

    private List<Attachment> attachments(JsonNode files) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : files) {
            String id = file.path("id").asText();
            // What was deleted, or is hidden by the workspace's plan, has no content.
            boolean isThere =
                    !id.isBlank()
                            && !file.path("mode").asText().equals("tombstone")
                            && !file.path("mode").asText().equals("hidden_by_limit");
            if (isThere) {
                attachments.add(attachment(id, file));
            }
        }
        return attachments;
    }

    /// Of a file out of a channel that is shared with others (Slack Connect), only the id is told.
    private Attachment attachment(String id, JsonNode file) {
        String name = file.path("name").asText();
        Attachment told =
                new Attachment(
                        name.isBlank() ? id : name,
                        file.path("mimetype").asText("application/octet-stream"),
                        file.path("size").asLong(),
                        id);
        boolean isToBeAsked = file.path("file_access").asText().equals("check_file_info");
        return isToBeAsked ? whole.apply(told) : told;
    }
}
