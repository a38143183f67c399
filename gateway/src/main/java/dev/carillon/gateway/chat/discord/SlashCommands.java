package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.command.Command;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Our commands as Discord offers them.
final class SlashCommands {
    static final String SCHEDULE = "id";
    static final String ZONE = "zone";

    private static final int STRING = 3;
    private static final String UNTIL = "until";
    private static final String FOR = "for";

    private SlashCommands() {}

    /// All commands, as they are registered.
    static ArrayNode all() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Command command : Command.values()) {
            ObjectNode json = all.addObject();
            json.put("name", command.word()).put("type", 1);
            json.put("description", command.description());
            // On servers and in direct messages with the bot, not in talks between others.
            json.putArray("contexts").add(0).add(1);
            json.putArray("integration_types").add(0);
            ArrayNode options = json.putArray("options");
            options(command).forEach(option -> options.add(option.json()));
        }
        return all;
    }

    private static List<Option> options(Command command) {
        Option schedule = new Option(SCHEDULE, "Its number or name", false, true);
        return switch (command) {
            case REMIND ->
                    List.of(
                            new Option(
                                    "text", "When and what: in 5 minutes to stretch", true, false));
            case SCHEDULES -> List.of(new Option("which", "For example: tomorrow", false, false));
            case PAUSE -> List.of(schedule, new Option(UNTIL, "For example: monday", false, false));
            case SNOOZE ->
                    List.of(
                            schedule,
                            new Option(FOR, "How long: 10 minutes, 1 hour", false, false));
            case TIMEZONE -> List.of(new Option(ZONE, "Such as Europe/Berlin", false, true));
            case APPROVE -> List.of(new Option("code", "The code they were told", true, false));
            case SHOW, RESUME, CANCEL, SKIP, RUN, RUNS -> List.of(schedule);
            case STATUS, RESET, HELP -> List.of();
        };
    }

    /// What tells one set of commands from another.
    static String hash(ArrayNode commands) {
        try {
            byte[] bytes = commands.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// A command as one would type it.
    ///
    /// @param data the name and the options of an interaction
    static String typed(JsonNode data) {
        StringBuilder text = new StringBuilder("/").append(data.path("name").asText());
        for (JsonNode option : data.path("options")) {
            String value = option.path("value").asText().replace("\0", "").strip();
            if (!value.isEmpty()) {
                text.append(' ').append(introduced(option.path("name").asText(), value));
            }
        }
        return text.toString();
    }

    /// "/pause 2 monday" and "/snooze 2 10 minutes" would be unclear.
    private static String introduced(String option, String value) {
        boolean isBareTime = Character.isDigit(value.charAt(0));
        return switch (option) {
            case UNTIL -> value.startsWith(UNTIL) ? value : UNTIL + " " + value;
            case FOR -> isBareTime ? FOR + " " + value : value;
            default -> value;
        };
    }

    private record Option(
            String name, String description, boolean isRequired, boolean hasSuggestions) {
        private ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("name", name)
                    .put("description", description)
                    .put("type", STRING)
                    .put("required", isRequired)
                    .put("autocomplete", hasSuggestions);
        }
    }
}
