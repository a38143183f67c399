package dev.carillon.gateway.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What Slack refuses in blocks, and what people see of those that it takes.
final class FakeBlocks {
    private static final int MOST = 50;
    private static final int LONGEST_TEXT = 3000;
    private static final int LONGEST_ALL = 13_200;

    private FakeBlocks() {}

    /// @throws FakeSlack.Refusal with Slack's error
    static void check(JsonNode blocks) {
        if (!blocks.isArray()) {
            throw new FakeSlack.Refusal("invalid_blocks_format");
        }
        if (blocks.size() > MOST) {
            throw new FakeSlack.Refusal("invalid_blocks");
        }
        Set<String> ids = new HashSet<>();
        int length = 0;
        for (JsonNode block : blocks) {
            String id = block.path("block_id").asText();
            demand(id.length() <= 255 && (id.isEmpty() || ids.add(id)));
            length +=
                    switch (block.path("type").asText()) {
                        case "section" -> text(block.path("text"), LONGEST_TEXT);
                        case "context" -> context(block.path("elements"));
                        case "actions" -> actions(block.path("elements"));
                        case "divider" -> 0;
                        default -> throw new FakeSlack.Refusal("invalid_blocks");
                    };
        }
        if (length > LONGEST_ALL) {
            throw new FakeSlack.Refusal("msg_blocks_too_long");
        }
    }

    private static int context(JsonNode elements) {
        demand(elements.size() >= 1 && elements.size() <= 10);
        int length = 0;
        for (JsonNode element : elements) {
            length += text(element, LONGEST_TEXT);
        }
        return length;
    }

    private static int actions(JsonNode elements) {
        demand(elements.size() >= 1 && elements.size() <= 25);
        Set<String> ids = new HashSet<>();
        for (JsonNode element : elements) {
            demand(element.path("type").asText().equals("button"));
            demand(element.path("text").path("type").asText().equals("plain_text"));
            text(element.path("text"), 75);
            demand(element.path("value").asText().length() <= 2000);
            demand(ids.add(element.path("action_id").asText()));
        }
        return 0;
    }

    private static int text(JsonNode text, int longest) {
        String type = text.path("type").asText();
        int length = text.path("text").asText().length();
        demand(type.equals("mrkdwn") || type.equals("plain_text"));
        demand(length >= 1 && length <= longest);
        demand(type.equals("mrkdwn") ? !text.has("emoji") : !text.has("verbatim"));
        return length;
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new FakeSlack.Refusal("invalid_blocks");
        }
    }

    /// The texts that people read, from top to bottom.
    static List<String> texts(JsonNode blocks) {
        List<String> texts = new ArrayList<>();
        for (JsonNode block : blocks) {
            if (block.has("text")) {
                texts.add(block.path("text").path("text").asText());
            }
            for (JsonNode element : block.path("elements")) {
                if (!element.path("type").asText().equals("button")) {
                    texts.add(element.path("text").asText());
                }
            }
        }
        return texts;
    }

    /// The buttons that people see, each as label and value.
    static List<String> buttons(JsonNode blocks) {
        List<String> buttons = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (JsonNode element : block.path("elements")) {
                if (element.path("type").asText().equals("button")) {
                    buttons.add(
                            element.path("text").path("text").asText()
                                    + "="
                                    + element.path("value").asText());
                }
            }
        }
        return buttons;
    }
}
