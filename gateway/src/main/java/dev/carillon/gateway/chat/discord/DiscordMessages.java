package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.config.Excerpt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Puts a message into the form that Discord takes. Asks nobody and changes nothing.
final class DiscordMessages {
    static final int LONGEST = 2000;

    /// How long the words of a message may be, so that its marks, tag and cards have room beside
    /// them.
    static final int LONGEST_WORDS = 1500;

    private static final int LONGEST_CODE = 100;
    private static final int BUTTONS_IN_A_ROW = 5;
    private static final int ROWS = 5;
    private static final int NONCE_BYTES = 18;

    /// No previews of links.
    private static final int SUPPRESS_EMBEDS = 1 << 2;

    /// Only the person who did something sees it.
    private static final int EPHEMERAL = 1 << 6;

    private static final int BLUE = 1;
    private static final int GREY = 2;
    private static final int GREEN = 3;
    private static final int RED = 4;

    private DiscordMessages() {}

    /// A new message.
    ///
    /// @param key the same whenever it is sent; Discord gives back the first one then
    static ObjectNode message(String key, OutboundMessage message) {
        ObjectNode json = body(MessageText.of(message), message.buttons());
        return json.put("nonce", nonce(key)).put("enforce_nonce", true);
    }

    /// Text and buttons of a message, new or changed. Nobody is called by it, whatever it says.
    static ObjectNode body(String text, List<Button> buttons) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("content", text).put("flags", SUPPRESS_EMBEDS);
        json.putObject("allowed_mentions").putArray("parse");
        json.set("components", rows(buttons));
        return json;
    }

    /// Shows what was asked by a command, to all in the channel.
    static ObjectNode echo(String text) {
        return answer(Excerpt.within(DiscordMarkdown.text(text, true), LONGEST), 0);
    }

    /// Tells the one who asked, and nobody else.
    static ObjectNode aside(String text) {
        return answer(text, EPHEMERAL);
    }

    private static ObjectNode answer(String text, int flags) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", 4);
        ObjectNode data = body(text, List.of());
        json.set("data", data.put("flags", SUPPRESS_EMBEDS | flags));
        return json;
    }

    static String nonce(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            byte[] start = new byte[NONCE_BYTES];
            System.arraycopy(hash, 0, start, 0, NONCE_BYTES);
            return Base64.getUrlEncoder().encodeToString(start);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ArrayNode rows(List<Button> buttons) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        List<Button> fitting =
                buttons.stream()
                        .filter(button -> button.code().length() <= LONGEST_CODE)
                        .limit((long) ROWS * BUTTONS_IN_A_ROW)
                        .toList();
        for (int from = 0; from < fitting.size(); from += BUTTONS_IN_A_ROW) {
            ArrayNode row = rows.addObject().put("type", 1).putArray("components");
            fitting.subList(from, Math.min(from + BUTTONS_IN_A_ROW, fitting.size()))
                    .forEach(button ->
                            row.addObject()
                                    .put("type", 2)
                                    .put("style", style(button))
                                    .put("label", button.label())
                                    .put("custom_id", button.code()));
        }
        return rows;
    }

    private static int style(Button button) {
        return switch (button.code().split(":", 2)[0].toLowerCase(Locale.ROOT)) {
            case "done" -> GREEN;
            case "cancel" -> RED;
            case "run", "resume", "renew" -> BLUE;
            default -> GREY;
        };
    }
}
