package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.carillon.gateway.chat.discord.FakeDiscord.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What Discord checks in the bodies it is sent.
final class FormRules {
    private static final Pattern COMMAND = Pattern.compile("[-_'\\p{Ll}\\p{N}]{1,32}");

    private FormRules() {}

    static void newMessage(JsonNode body) {
        message(body);
        if (body.path("content").asText().isBlank() && body.path("embeds").isEmpty()) {
            throw new Refusal(400, 50006, "Cannot send an empty message");
        }
        if (body.path("enforce_nonce").asBoolean() && !body.hasNonNull("nonce")) {
            throw Refusal.form("nonce", "BASE_TYPE_REQUIRED", "This field is required");
        }
        atMost(body, "nonce", 25);
        JsonNode reference = body.path("message_reference");
        if (reference.isObject() && !reference.path("message_id").asText().matches("\\d+")) {
            throw Refusal.form(
                    "message_reference", "NUMBER_TYPE_COERCE", "Value is not snowflake.");
        }
    }

    static void message(JsonNode body) {
        atMost(body, "content", 2000);
        JsonNode rows = body.path("components");
        if (rows.size() > 5) {
            throw Refusal.form(
                    "components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode row : rows) {
            row(row, seen);
        }
    }

    private static void row(JsonNode row, Set<String> seen) {
        if (row.path("type").asInt() != 1) {
            throw Refusal.form(
                    "components",
                    "UNION_TYPE_CHOICES",
                    "Value of field \"type\" must be one of (1,).");
        }
        int size = row.path("components").size();
        if (size < 1 || size > 5) {
            throw Refusal.form(
                    "components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        for (JsonNode button : row.path("components")) {
            int style = button.path("style").asInt();
            if (button.path("type").asInt() != 2 || style < 1 || style > 4) {
                throw Refusal.form(
                        "style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4}.");
            }
            required(button, "custom_id");
            atMost(button, "custom_id", 100);
            required(button, "label");
            atMost(button, "label", 80);
            if (!seen.add(button.path("custom_id").asText())) {
                throw Refusal.form(
                        "custom_id",
                        "COMPONENT_CUSTOM_ID_DUPLICATED",
                        "Component custom id cannot be duplicated");
            }
        }
    }

    static ArrayNode commands(JsonNode body) {
        if (!(body instanceof ArrayNode commands)) {
            throw Refusal.form(
                    "_", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        }
        if (commands.size() > 100) {
            throw new Refusal(400, 30032, "Maximum number of application commands reached (100)");
        }
        commands.forEach(FormRules::command);
        return commands;
    }

    private static void command(JsonNode command) {
        named(command);
        boolean optionalSeen = false;
        if (command.path("options").size() > 25) {
            throw Refusal.form("options", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        for (JsonNode option : command.path("options")) {
            named(option);
            boolean isRequired = option.path("required").asBoolean();
            if (isRequired && optionalSeen) {
                throw Refusal.form(
                        "options",
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !isRequired;
        }
    }

    private static void named(JsonNode named) {
        if (!COMMAND.matcher(named.path("name").asText()).matches()) {
            throw Refusal.form(
                    "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        required(named, "description");
        atMost(named, "description", 100);
    }

    static void callback(JsonNode body) {
        int type = body.path("type").asInt();
        if (!List.of(4, 5, 6, 7, 8, 9).contains(type)) {
            throw Refusal.form(
                    "type", "BASE_TYPE_CHOICES", "Value must be one of (4, 5, 6, 7, 8, 9).");
        }
        if (type == 4) {
            newMessage(body.path("data"));
        }
        JsonNode choices = body.path("data").path("choices");
        if (choices.size() > 25) {
            throw Refusal.form("choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        for (JsonNode choice : choices) {
            required(choice, "name");
            atMost(choice, "name", 100);
            required(choice, "value");
            atMost(choice, "value", 100);
        }
    }

    private static void required(JsonNode node, String field) {
        if (node.path(field).asText().isEmpty()) {
            throw Refusal.form(field, "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static void atMost(JsonNode node, String field, int most) {
        String text = node.path(field).asText();
        if (text.codePointCount(0, text.length()) > most) {
            throw Refusal.form(
                    field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        }
    }
}
