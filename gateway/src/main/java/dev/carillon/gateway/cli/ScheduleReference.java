package dev.carillon.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Names a schedule: by its id, or by the short number that it has in its chat.
final class ScheduleReference {
    @Parameters(
            paramLabel = "ID",
            description = "Its id, or with --chat its short number, such as 3.")
    private String id = "";

    @Option(
            names = "--gateway",
            paramLabel = "NAME",
            defaultValue = "web",
            description = "The gateway of the chat. Default: web.")
    private String gateway = "web";

    @Option(
            names = "--chat",
            paramLabel = "CHAT",
            description = "The chat in which it has the short number.")
    private @Nullable String chat;

    /// The path of the schedule in the API.
    String path(ApiClient api) {
        return ScheduleCommand.PATH + "/" + ApiClient.segment(id(api));
    }

    private String id(ApiClient api) {
        String text = id.strip();
        if (text.isEmpty()) {
            throw CommandFailure.ofUsage("the id is empty");
        }
        if (!text.matches("#?[0-9]{1,9}")) {
            return text;
        }
        int number = Integer.parseInt(text.replace("#", ""));
        if (chat == null) {
            throw CommandFailure.ofUsage(
                    "numbers count within a chat: say which with --chat, or give the full id");
        }
        return find(api, number, chat);
    }

    private String find(ApiClient api, int number, String where) {
        JsonNode all =
                api.get(
                        ScheduleCommand.PATH,
                        Map.of("gateway", gateway, "chat", where, "status", "all"));
        for (JsonNode schedule : all) {
            if (schedule.path("number").asInt() == number) {
                return schedule.path("id").asText();
            }
        }
        throw new CommandFailure(
                "there is no schedule #" + number + " in the chat " + gateway + "/" + where);
    }
}
