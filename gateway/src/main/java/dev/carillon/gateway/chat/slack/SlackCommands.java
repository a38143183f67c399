package dev.carillon.gateway.chat.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.carillon.agent.command.Command;
import dev.carillon.scheduler.Destination;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The slash commands of the app.
final class SlackCommands {
    /// The one that takes everything.
    static final String ALL = "/carillon";

    /// Names that Slack keeps for itself; one of them in a manifest has the whole manifest refused.
    private static final Set<String> RESERVED = Set.of("remind", "status");

    private SlackCommands() {}

    /// All that the manifest has to list.
    static List<String> listed() {
        return Stream.concat(
                        Stream.of(ALL),
                        Arrays.stream(Command.values())
                                .map(Command::word)
                                .filter(word -> !RESERVED.contains(word))
                                .map(word -> "/" + word))
                .toList();
    }

    static Heard read(String gateway, SlashCommandPayload payload) {
        return new Heard.Commanded(
                "command:" + payload.getTriggerId(),
                Destination.of(gateway, payload.getChannelId()),
                payload.getUserId(),
                payload.getUserName() == null ? payload.getUserId() : payload.getUserName(),
                text(payload));
    }

    private static String text(SlashCommandPayload payload) {
        String said = payload.getText() == null ? "" : payload.getText().replace("\0", "").strip();
        String rest = SlackText.unescape(said);
        if (!payload.getCommand().equals(ALL)) {
            return (payload.getCommand() + " " + rest).strip();
        }
        String bare = rest.startsWith("/") ? rest.substring(1) : rest;
        if (bare.isEmpty()) {
            return "/help";
        }
        return isCommand(bare) ? "/" + bare : rest;
    }

    /// Whether words begin with the word of a command.
    static boolean isCommand(String words) {
        String first = words.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(Command.values()).anyMatch(command -> command.word().equals(first));
    }
}
