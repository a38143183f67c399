package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What people and bots are and do, in Discord's words.
final class Happenings {
    static final String ANNA = "777";

    /// A talk with Anna, a channel of the server and a thread in it.
    static final String DIRECT = "7770";

    static final String CHANNEL = "600";
    static final String THREAD = "610";

    private Happenings() {}

    static ObjectNode anna() {
        return FakeDiscord.object(
                """
                {"id": "777", "username": "anna", "global_name": "Anna Lee", "discriminator": "0",
                 "avatar": null, "bot": false}
                """);
    }

    static ObjectNode bot() {
        return FakeDiscord.object(
                """
                {"id": "100", "username": "Carillon", "global_name": null, "discriminator": "0",
                 "avatar": null, "bot": true, "verified": true, "mfa_enabled": false, "flags": 0}
                """);
    }

    static String anotherBot() {
        return "\"author\": {\"id\": \"888\", \"username\": \"Other\", \"bot\": true}";
    }

    static String mention() {
        return "{\"mentions\": [" + bot() + "]}";
    }

    static String reply(String author) {
        return """
        {"type": 19, "referenced_message": {"id": "1", "author": {"id": "%s"}}}
        """
                .formatted(author);
    }

    /// A button of a message is pressed.
    static String pressed(String messageId, String code) {
        return """
        {"type": 3, "data": {"component_type": 2, "custom_id": "%s"}, "message": {"id": "%s"}}
        """
                .formatted(code, messageId);
    }

    /// A command with options, each as name and value.
    static String command(String name, String... options) {
        return "{\"type\": 2, \"data\": " + data(name, "", options) + "}";
    }

    /// Somebody types into the first of these options.
    static String types(String name, String... options) {
        return "{\"type\": 4, \"data\": " + data(name, ", \"focused\": true", options) + "}";
    }

    private static String data(String name, String focused, String... options) {
        StringBuilder list = new StringBuilder();
        for (int at = 0; at < options.length; at += 2) {
            list.append(at == 0 ? "" : ",")
                    .append(
                            "{\"type\": 3, \"name\": \"%s\", \"value\": \"%s\"%s}"
                                    .formatted(
                                            options[at], options[at + 1], at == 0 ? focused : ""));
        }
        return "{\"id\": \"5\", \"type\": 1, \"name\": \"%s\", \"options\": [%s]}"
                .formatted(name, list);
    }
}
