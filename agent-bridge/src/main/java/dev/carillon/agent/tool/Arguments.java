package dev.carillon.agent.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The arguments of a call: from a model, after [CallReader] brought them into shape, or from a
/// program, which may write a number as a text and use the names of another system too. What cannot
/// be understood is refused with the name, the value and what is allowed.
public final class Arguments {
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "every_seconds", "every",
                    "schedule_id", "id",
                    "schedule", "cron",
                    "prompt", "task",
                    "missed_run_policy", "missed",
                    "tz", "timezone");

    /// Bounds that can be taken away again, by saying that they are nothing.
    static final Set<String> REMOVABLE = Set.of("max_runs", "expires_in", "jitter");

    private final Map<String, JsonNode> values;
    private final Set<String> removed;

    private Arguments(Map<String, JsonNode> values, Set<String> removed) {
        this.values = values;
        this.removed = removed;
    }

    /// @throws ScheduleRefused when it is not an object, or a name is unknown
    public static Arguments of(JsonNode object, Set<String> known) {
        if (!object.isObject()) {
            throw ScheduleRefused.invalid("the arguments must be a JSON object, not " + object);
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Set<String> removed = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            boolean isRemovable =
                    REMOVABLE.contains(field.getKey()) && known.contains(field.getKey());
            if (isRemovable && isNothing(field.getValue())) {
                removed.add(field.getKey());
            } else if (!isEmpty(field.getValue())) {
                put(values, field.getKey(), field.getValue(), known);
            }
        }
        return new Arguments(values, removed);
    }

    private static void put(
            Map<String, JsonNode> values, String given, JsonNode value, Set<String> known) {
        String name = known.contains(given) ? given : OTHER_NAMES.getOrDefault(given, given);
        if (!known.contains(name)) {
            throw ScheduleRefused.invalid(
                    "unknown parameter '" + given + "'; there are " + String.join(", ", known));
        }
        boolean isSeconds = given.equals("every_seconds") && value.isValueNode();
        JsonNode meant = isSeconds ? TextNode.valueOf(value.asText() + "s") : value;
        if (values.put(name, meant) != null) {
            throw ScheduleRefused.invalid("'" + name + "' is given twice");
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.asText().isBlank());
    }

    static boolean isNothing(JsonNode value) {
        return isEmpty(value) || value.asText().strip().equalsIgnoreCase("none");
    }

    boolean hasOtherThan(Set<String> names) {
        return !removed.isEmpty() || !names.containsAll(values.keySet());
    }

    /// Whether a bound is to be taken away.
    boolean isRemoved(String name) {
        return removed.contains(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// A text, or a number or truth value as its text.
    public @Nullable String text(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isValueNode()) {
            throw ScheduleRefused.invalid("'" + name + "' must be a text, not " + value);
        }
        return value.asText();
    }

    public String requireText(String name, String why) {
        String text = text(name);
        if (text == null) {
            throw ScheduleRefused.invalid("'" + name + "' is missing: " + why);
        }
        return text;
    }

    public @Nullable Integer integer(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw ScheduleRefused.invalid(
                    "'%s' must be a whole number up to %d, not '%s'"
                            .formatted(name, Integer.MAX_VALUE, text));
        }
    }

    public boolean flag(String name, boolean otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default ->
                    throw ScheduleRefused.invalid(
                            "'" + name + "' must be true or false, not '" + text + "'");
        };
    }

    /// A choice by name; `run-once`, `RUN_ONCE` and `Run Once` are the same.
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw ScheduleRefused.invalid(
                "'" + name + "' must be one of " + Choices.names(type) + ", not '" + text + "'");
    }

    public @Nullable JsonNode object(String name) {
        JsonNode value = values.get(name);
        if (value != null && !value.isObject()) {
            throw ScheduleRefused.invalid("'" + name + "' must be an object, not " + value);
        }
        return value;
    }
}
