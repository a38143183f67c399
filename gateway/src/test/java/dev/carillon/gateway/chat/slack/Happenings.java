package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What Slack tells, as it tells it.
final class Happenings {
    static final String ANNA = "UANNA";
    static final String DIRECT = "DANNA";
    static final String TEAM = "CTEAM";

    private static long next = 1_800_000_000;

    private Happenings() {}

    static synchronized String ts() {
        return next++ + ".000200";
    }

    /// Anna writes to the bot alone.
    static ObjectNode direct(String text) {
        return event(message(DIRECT, "im", text));
    }

    static ObjectNode inChannel(String text) {
        return event(message(TEAM, "channel", text));
    }

    static ObjectNode message(String channel, String type, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("user", ANNA)
                .put("text", text)
                .put("ts", ts())
                .put("channel", channel)
                .put("channel_type", type);
    }

    static ObjectNode event(ObjectNode inner) {
        ObjectNode event =
                FakeSlack.object(
                        "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"api_app_id\":\"A1\"}");
        event.put("event_id", "Ev" + inner.path("ts").asText() + inner.path("type").asText());
        event.set("event", inner);
        return event;
    }

    static ObjectNode command(String channel, String command, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("command", command)
                .put("text", text)
                .put("user_id", ANNA)
                .put("user_name", "anna")
                .put("channel_id", channel)
                .put("channel_name", "team")
                .put("team_id", "T1")
                .put("api_app_id", "A1")
                .put("response_url", "http://127.0.0.1:1/respond/x")
                .put("trigger_id", "trigger-" + ts());
    }

    /// Anna presses a button below a message of the bot.
    static ObjectNode pressed(FakeSlack slack, FakeSlack.Shown message, String value) {
        ObjectNode payload =
                FakeSlack.object(
                        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"api_app_id\":\"A1\","
                                + "\"user\":{\"id\":\"UANNA\",\"name\":\"anna\"},"
                                + "\"trigger_id\":\"t\"}");
        payload.put("response_url", slack.address() + "/respond/press");
        payload.putObject("channel").put("id", message.channel()).put("name", "x");
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", message.channel());
        payload.set("message", message.message().deepCopy());
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", "carillon-0")
                .put("block_id", "b1")
                .put("value", value)
                .put("action_ts", ts());
        return payload;
    }
}
