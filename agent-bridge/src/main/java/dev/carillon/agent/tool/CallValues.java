package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.carillon.config.Excerpt;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of a call: which are as good as left out, and how those that are wrapped or split are
/// read.
final class CallValues {
    private static final int LONGEST_TEXT = 32_000;
    private static final int LONGEST_QUOTE = 200;
    private static final Set<String> NOTHING = Set.of("null", "none", "n/a", "undefined", "nil");

    /// Where a word such as `none` says something.
    private static final Set<String> WORDS =
            Set.of("message", "task", "active_hours", "notify", "missed", "overlap", "session");

    private CallValues() {}

    /// Whether it is as good as left out: models fill in what they do not need.
    static boolean isEmpty(String name, JsonNode value) {
        if (value.isContainerNode()) {
            return value.isEmpty();
        }
        if (value.isBoolean()) {
            return !value.asBoolean() && ToolParameters.isText(name);
        }
        String text = value.asText().strip().toLowerCase(Locale.ROOT);
        boolean isWord = WORDS.contains(name) || !ScheduleToolSchema.NAMES.contains(name);
        return value.isNull() || text.isEmpty() || (NOTHING.contains(text) && !isWord);
    }

    /// The one element of a list, or what was taken apart as one text.
    static JsonNode plain(String name, JsonNode value) {
        if (value instanceof ArrayNode list && list.size() == 1 && !list.get(0).isArray()) {
            return plain(name, list.get(0));
        }
        @Nullable String joined = GroupedValues.joined(name, value);
        return joined == null ? value : TextNode.valueOf(joined);
    }

    /// An object, or a text that holds one; null otherwise.
    static @Nullable ObjectNode object(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        boolean isText = value.isTextual() && value.asText().strip().startsWith("{");
        return isText ? CallText.read(value.asText()) : null;
    }

    /// The value as the parameter of ours takes it.
    ///
    /// @throws ScheduleRefused when it cannot be one
    static JsonNode checked(String name, JsonNode value) {
        if (ToolParameters.isObject(name)) {
            @Nullable ObjectNode object = object(value);
            // Whoever reads a request knows its parts better: its body may be an object itself.
            return object != null && name.equals("endpoint")
                    ? object
                    : ToolParameters.checkedParts(name, object);
        }
        if (value.isContainerNode() && ScheduleToolSchema.NAMES.contains(name)) {
            throw ScheduleRefused.invalid(
                    "'%s' must be one plain value, not %s. %s"
                            .formatted(name, quoted(value), ToolParameters.description(name)));
        }
        if (value.isTextual()) {
            checkText(name, value.asText());
        }
        if (ToolParameters.isInteger(name)) {
            return WholeNumbers.read(name, value);
        }
        return switch (name) {
            case "id" -> WholeNumbers.ifWhole(value);
            case "session" -> session(value);
            default -> value;
        };
    }

    /// OpenClaw's words.
    private static JsonNode session(JsonNode value) {
        return switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
            case "main" -> TextNode.valueOf("chat");
            case "isolated" -> TextNode.valueOf("fresh");
            default -> value;
        };
    }

    private static void checkText(String name, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw ScheduleRefused.invalid(
                    "'%s' has %,d characters; at most %,d are kept, so shorten it"
                            .formatted(name, text.length(), LONGEST_TEXT));
        }
        text.codePoints()
                .filter(CallValues::isUnfit)
                .findFirst()
                .ifPresent(unfit -> {
                    throw ScheduleRefused.invalid(
                            "'%s' contains the character U+%04X, which cannot be shown; leave it out"
                                    .formatted(name, unfit));
                });
    }

    /// Control characters, and halves of characters: no platform shows them and PostgreSQL refuses
    /// some.
    private static boolean isUnfit(int character) {
        boolean isBreak = character == '\n' || character == '\r' || character == '\t';
        return (Character.isISOControl(character) && !isBreak)
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    /// A value as a refusal names it: shortened, in quotes if it is a text.
    static String quoted(JsonNode value) {
        String text = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
        return Excerpt.of(text, LONGEST_QUOTE);
    }
}
