package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The channels of a workspace and what stands in them. Guarded by its owner.
final class FakeChannels {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TEXT = 40_000;
    private static final int LONGEST_CHANGED_TEXT = 4000;

    private final Map<String, TreeMap<String, ObjectNode>> channels = new ConcurrentHashMap<>();
    private final Set<String> archived = ConcurrentHashMap.newKeySet();
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();
    private long second = 1_700_000_000;

    void add(String channel) {
        channels.computeIfAbsent(channel, _ -> new TreeMap<>());
    }

    void archive(String channel) {
        add(channel);
        archived.add(channel);
    }

    /// A channel that the bot is not in.
    void addForeign(String channel) {
        add(channel);
        foreign.add(channel);
    }

    void tick(long epochSecond) {
        second = Math.max(second, epochSecond);
    }

    String nextTs() {
        second++;
        return second + ".000100";
    }

    /// Somebody else's message.
    ObjectNode put(String channel, String ts, ObjectNode message) {
        add(channel);
        channels.get(channel).put(ts, message.put("ts", ts).put("type", "message"));
        return message;
    }

    List<ObjectNode> messages(String channel) {
        return channels.containsKey(channel)
                ? new ArrayList<>(channels.get(channel).values())
                : List.of();
    }

    ObjectNode post(JsonNode arguments) {
        String channel = writable(arguments);
        check(arguments, LONGEST_TEXT);
        String thread = arguments.path("thread_ts").asText();
        if (!thread.isEmpty() && !channels.get(channel).containsKey(thread)) {
            throw new FakeSlack.Refusal("thread_not_found");
        }
        String ts = nextTs();
        ObjectNode message = put(channel, ts, JSON.objectNode());
        message.put("user", FakeSlack.BOT_USER).put("bot_id", FakeSlack.BOT);
        if (!thread.isEmpty()) {
            message.put("thread_ts", thread);
        }
        fill(message, arguments);
        return answer(channel, ts, message);
    }

    ObjectNode update(JsonNode arguments) {
        String channel = writable(arguments);
        String ts = arguments.path("ts").asText();
        ObjectNode message = own(channel, ts, "cant_update_message");
        check(arguments, LONGEST_CHANGED_TEXT);
        fill(message, arguments);
        return answer(channel, ts, message);
    }

    ObjectNode delete(JsonNode arguments) {
        String channel = writable(arguments);
        String ts = arguments.path("ts").asText();
        own(channel, ts, "cant_delete_message");
        channels.get(channel).remove(ts);
        return JSON.objectNode().put("ok", true).put("channel", channel).put("ts", ts);
    }

    private ObjectNode own(String channel, String ts, String otherwise) {
        ObjectNode message = channels.get(channel).get(ts);
        if (message == null) {
            throw new FakeSlack.Refusal("message_not_found");
        }
        if (!message.path("bot_id").asText().equals(FakeSlack.BOT)) {
            throw new FakeSlack.Refusal(otherwise);
        }
        return message;
    }

    private static ObjectNode answer(String channel, String ts, ObjectNode message) {
        ObjectNode answer = JSON.objectNode().put("ok", true).put("channel", channel).put("ts", ts);
        answer.set("message", message);
        return answer;
    }

    private static void check(JsonNode arguments, int longestText) {
        JsonNode blocks = FakeSlack.json(arguments.path("blocks"));
        String text = arguments.path("text").asText();
        if (blocks.isMissingNode() && text.isBlank()) {
            throw new FakeSlack.Refusal("no_text");
        }
        if (text.length() > longestText) {
            throw new FakeSlack.Refusal("msg_too_long");
        }
        if (!blocks.isMissingNode()) {
            FakeBlocks.check(blocks);
        }
        JsonNode metadata = FakeSlack.json(arguments.path("metadata"));
        if (!metadata.isMissingNode()
                && (metadata.path("event_type").asText().isBlank()
                        || !metadata.path("event_payload").isObject())) {
            throw new FakeSlack.Refusal("invalid_metadata_format");
        }
    }

    private static void fill(ObjectNode message, JsonNode arguments) {
        message.put("text", arguments.path("text").asText());
        message.remove("blocks");
        JsonNode blocks = FakeSlack.json(arguments.path("blocks"));
        if (!blocks.isMissingNode()) {
            int number = 1;
            for (JsonNode block : blocks) {
                // Slack gives every block a name.
                if (!block.has("block_id")) {
                    ((ObjectNode) block).put("block_id", "b" + number++);
                }
            }
            message.set("blocks", blocks);
        }
        JsonNode metadata = FakeSlack.json(arguments.path("metadata"));
        if (!metadata.isMissingNode()) {
            message.set("metadata", metadata);
        }
    }

    private String writable(JsonNode arguments) {
        String channel = readable(arguments);
        if (foreign.contains(channel)) {
            throw new FakeSlack.Refusal("not_in_channel");
        }
        if (archived.contains(channel)) {
            throw new FakeSlack.Refusal("is_archived");
        }
        return channel;
    }

    private String readable(JsonNode arguments) {
        String channel = arguments.path("channel").asText();
        if (!channels.containsKey(channel)) {
            throw new FakeSlack.Refusal("channel_not_found");
        }
        return channel;
    }

    ObjectNode info(JsonNode arguments) {
        String channel = readable(arguments);
        ObjectNode answer = JSON.objectNode().put("ok", true);
        answer.putObject("channel")
                .put("id", channel)
                .put("is_im", channel.startsWith("D"))
                .put("is_member", !foreign.contains(channel));
        return answer;
    }

    ObjectNode history(JsonNode arguments) {
        String channel = readable(arguments);
        if (foreign.contains(channel)) {
            throw new FakeSlack.Refusal("not_in_channel");
        }
        return page(arguments, messages(channel).reversed(), false);
    }

    ObjectNode replies(JsonNode arguments) {
        String channel = readable(arguments);
        String thread = arguments.path("ts").asText();
        if (!channels.get(channel).containsKey(thread)) {
            throw new FakeSlack.Refusal("thread_not_found");
        }
        List<ObjectNode> in =
                messages(channel).stream()
                        .filter(message ->
                                message.path("ts").asText().equals(thread)
                                        || message.path("thread_ts").asText().equals(thread))
                        .toList();
        return page(arguments, in, true);
    }

    private static ObjectNode page(
            JsonNode arguments, List<ObjectNode> messages, boolean isThread) {
        String oldest = arguments.path("oldest").asText("0");
        String latest = arguments.path("latest").asText("9");
        boolean hasMetadata = isTrue(arguments.path("include_all_metadata"));
        boolean isInclusive = isTrue(arguments.path("inclusive"));
        int limit = arguments.path("limit").asInt(100);
        int from = arguments.path("cursor").asInt(0);
        ArrayNode page = JSON.arrayNode();
        int index = 0;
        boolean hasMore = false;
        for (ObjectNode message : messages) {
            String ts = message.path("ts").asText();
            int low = ts.compareTo(oldest);
            int high = ts.compareTo(latest);
            boolean isIn = isInclusive ? low >= 0 && high <= 0 : low > 0 && high < 0;
            String thread = message.path("thread_ts").asText();
            boolean isHidden = !isThread && !thread.isEmpty() && !thread.equals(ts);
            if (isIn && !isHidden && index++ >= from) {
                if (page.size() == limit) {
                    hasMore = true;
                    break;
                }
                ObjectNode copy = message.deepCopy();
                page.add(hasMetadata ? copy : copy.without("metadata"));
            }
        }
        ObjectNode answer = JSON.objectNode().put("ok", true).put("has_more", hasMore);
        answer.set("messages", page);
        answer.putObject("response_metadata")
                .put("next_cursor", hasMore ? String.valueOf(from + limit) : "");
        return answer;
    }

    private static boolean isTrue(JsonNode value) {
        return value.asText().equals("true") || value.asText().equals("1");
    }
}
