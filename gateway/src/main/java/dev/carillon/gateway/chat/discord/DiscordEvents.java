package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.Attachment;
import dev.carillon.agent.Person;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.gateway.chat.Heed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads events, in our words. Asks nobody and changes nothing.
final class DiscordEvents {
    private static final int MESSAGE = 0;
    private static final int REPLY = 19;
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int SLASH = 1;
    private static final int BUTTON = 2;

    private final String gateway;
    private final Address me;

    DiscordEvents(String gateway, Address me) {
        this.gateway = gateway;
        this.me = me;
    }

    /// @param role the role that the bot has on the server as itself; people mention it by mistake
    Heard message(JsonNode message, Place place, @Nullable String role) {
        JsonNode author = message.path("author");
        if (author.path("id").asText().equals(me.id())) {
            return new Heard.Nothing("from the bot itself");
        }
        int type = message.path("type").asInt();
        if (type != MESSAGE && type != REPLY) {
            return new Heard.Nothing("a note by Discord, not by a person");
        }
        String text = text(message);
        List<Attachment> files = files(message);
        if (text.isEmpty() && files.isEmpty()) {
            return new Heard.Nothing("no words, or none that the bot may see");
        }
        boolean byBot = author.path("bot").asBoolean() || message.hasNonNull("webhook_id");
        return new Heard.Said(
                message.path("id").asText(),
                place.destination(gateway),
                person(author, message.path("member")),
                me.withoutMention(text, role),
                files,
                heed(message, text, place, role),
                byBot,
                at(message.path("timestamp").asText()));
    }

    private static @Nullable Instant at(String timestamp) {
        try {
            return OffsetDateTime.parse(timestamp).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private Heed heed(JsonNode message, String text, Place place, @Nullable String role) {
        if (place.isDirect()) {
            return Heed.DIRECT;
        }
        if (me.isMentioned(text, role)) {
            return Heed.MENTIONED;
        }
        String replied = message.path("referenced_message").path("author").path("id").asText();
        return replied.equals(me.id()) ? Heed.REPLIED : Heed.OVERHEARD;
    }

    /// What is forwarded stands in the message that forwards it, which has no words of its own.
    private static String text(JsonNode message) {
        return withForwarded(message)
                .map(each -> each.path("content").asText().replace("\0", "").strip())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static Stream<JsonNode> withForwarded(JsonNode message) {
        return Stream.concat(
                Stream.of(message),
                message.path("message_snapshots").valueStream().map(each -> each.path("message")));
    }

    private static List<Attachment> files(JsonNode message) {
        return withForwarded(message).flatMap(each -> attachments(each).stream()).toList();
    }

    private static List<Attachment> attachments(JsonNode message) {
        List<Attachment> files = new ArrayList<>();
        for (JsonNode file : message.path("attachments")) {
            files.add(
                    new Attachment(
                            file.path("filename").asText("file").replace("\0", ""),
                            file.path("content_type").asText("application/octet-stream"),
                            file.path("size").asLong(),
                            file.path("url").asText()));
        }
        return files;
    }

    Heard interaction(JsonNode interaction) {
        JsonNode data = interaction.path("data");
        return switch (interaction.path("type").asInt()) {
            case COMPONENT ->
                    data.path("component_type").asInt() == BUTTON
                            ? new Heard.Pressed(
                                    asking(interaction),
                                    ButtonAction.parse(data.path("custom_id").asText())
                                            .orElse(null),
                                    interaction.path("message").path("id").asText())
                            : new Heard.Nothing("something other than a button");
            case COMMAND ->
                    data.path("type").asInt(SLASH) == SLASH
                            ? new Heard.Commanded(asking(interaction), SlashCommands.typed(data))
                            : new Heard.Nothing("a command that is none of ours");
            case AUTOCOMPLETE -> sought(interaction, data);
            default -> new Heard.Nothing("nothing we asked for");
        };
    }

    private Heard sought(JsonNode interaction, JsonNode data) {
        for (JsonNode option : data.path("options")) {
            if (option.path("focused").asBoolean()) {
                return new Heard.Sought(
                        asking(interaction),
                        data.path("name").asText(),
                        option.path("name").asText(),
                        option.path("value").asText());
            }
        }
        return new Heard.Nothing("no option is typed into");
    }

    private Heard.Asking asking(JsonNode interaction) {
        String guild = interaction.path("guild_id").asText("");
        Place place = Place.of(interaction.path("channel"), guild.isEmpty() ? null : guild);
        JsonNode member = interaction.path("member");
        JsonNode user = member.has("user") ? member.path("user") : interaction.path("user");
        return new Heard.Asking(
                interaction.path("id").asText(),
                interaction.path("token").asText(),
                place.destination(gateway),
                person(user, member),
                place.isDirect());
    }

    private static Person person(JsonNode user, JsonNode member) {
        String id = user.path("id").asText();
        String name =
                Stream.of(member.path("nick"), user.path("global_name"), user.path("username"))
                        .filter(JsonNode::isTextual)
                        .map(part -> part.asText().replace("\0", "").strip())
                        .filter(part -> !part.isEmpty())
                        .findFirst()
                        .orElse(id);
        return new Person(id, name);
    }
}
