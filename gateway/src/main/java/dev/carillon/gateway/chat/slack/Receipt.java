package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// With what an event is acknowledged.
///
/// @param body shown by Slack where the event came from; absent: nothing is shown
record Receipt(@Nullable ObjectNode body) {
    static final Receipt PLAIN = new Receipt(null);

    /// Shows everybody in the channel which command was given.
    static Receipt shown(String form, Heard.Commanded commanded) {
        String text = form.formatted(commanded.sender(), SlackText.of(commanded.text()));
        return new Receipt(body("in_channel", text));
    }

    /// Is seen only by who gave the command.
    static Receipt whispered(String mrkdwn) {
        return new Receipt(body("ephemeral", mrkdwn));
    }

    private static ObjectNode body(String type, String text) {
        return JsonNodeFactory.instance.objectNode().put("response_type", type).put("text", text);
    }
}
