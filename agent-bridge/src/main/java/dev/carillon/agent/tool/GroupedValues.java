package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values that models take apart although we want them as one text: `{"hours": 2}`, `{"days":
/// ["mon"], "time": "09:00"}`, `["08:00", "18:00"]`.
final class GroupedValues {
    private static final Set<String> LENGTHS =
            Set.of(
                    "in",
                    "every",
                    "delay",
                    "interval",
                    "heartbeat",
                    "expires_in",
                    "missed_within",
                    "jitter");
    private static final Set<String> TEXTS = Set.of("message", "task", "text", "content", "prompt");
    private static final Set<String> UNITS =
            Set.of("weeks", "days", "hours", "minutes", "seconds", "week", "day", "hour", "minute");

    private GroupedValues() {}

    /// As one text; null when it is not taken apart in a way that we know.
    static @Nullable String joined(String name, JsonNode value) {
        if (value instanceof ArrayNode list) {
            return name.equals("daily") ? list(list) : null;
        }
        if (!(value instanceof ObjectNode parts)) {
            return null;
        }
        if (LENGTHS.contains(name)) {
            return length(parts);
        }
        if (TEXTS.contains(name)) {
            return parts.size() == 1 ? text(parts, "text") : null;
        }
        return switch (name) {
            case "daily" -> parts.size() == 1 ? text(parts, "time") : null;
            case "weekly" -> weekly(parts);
            case "active_hours" -> hours(parts);
            default -> null;
        };
    }

    private static @Nullable String length(ObjectNode parts) {
        if (parts.size() == 2 && parts.has("value") && parts.has("unit")) {
            return parts.get("value").asText() + " " + parts.get("unit").asText();
        }
        List<String> lengths = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            if (!UNITS.contains(part.getKey()) || !part.getValue().isNumber()) {
                return null;
            }
            if (part.getValue().asDouble() != 0) {
                lengths.add(part.getValue().asText() + " " + part.getKey());
            }
        }
        return lengths.isEmpty() ? null : String.join(" ", lengths);
    }

    private static @Nullable String weekly(ObjectNode parts) {
        String days =
                parts.get("days") instanceof ArrayNode list ? list(list) : text(parts, "days");
        String time = text(parts, "time");
        return parts.size() == 2 && days != null && time != null ? days + " " + time : null;
    }

    private static @Nullable String hours(ObjectNode parts) {
        String from = text(parts, "start");
        String to = text(parts, "end");
        return parts.size() == 2 && from != null && to != null ? from + "-" + to : null;
    }

    private static @Nullable String list(ArrayNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list) {
            if (!element.isTextual()) {
                return null;
            }
            texts.add(element.asText());
        }
        return texts.isEmpty() ? null : String.join(",", texts);
    }

    private static @Nullable String text(ObjectNode parts, String name) {
        JsonNode value = parts.get(name);
        return value != null && value.isTextual() ? value.asText() : null;
    }
}
