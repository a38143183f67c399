package dev.carillon.agent.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.scheduler.ScheduleRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the schema of the tool says of each parameter.
final class ToolParameters {
    static final ObjectNode ALL = read();

    private ToolParameters() {}

    static String description(String name) {
        return ALL.path(name).path("description").asText();
    }

    static boolean isText(String name) {
        return isOfType(name, "string");
    }

    static boolean isInteger(String name) {
        return isOfType(name, "integer");
    }

    static boolean isObject(String name) {
        return isOfType(name, "object");
    }

    private static boolean isOfType(String name, String type) {
        return ALL.path(name).path("type").asText().equals(type);
    }

    /// Parts that are not known would be passed over, and what they say with them. Values are not
    /// quoted: they may be secret.
    ///
    /// @throws ScheduleRefused when it is no object, or one with parts that cannot be
    static ObjectNode checkedParts(String name, @Nullable ObjectNode object) {
        JsonNode known = ALL.path(name).path("properties");
        List<String> names = new ArrayList<>();
        known.fieldNames().forEachRemaining(names::add);
        if (object == null) {
            throw ScheduleRefused.invalid(
                    "'%s' must be an object with %s. %s"
                            .formatted(name, String.join(", ", names), description(name)));
        }
        for (Map.Entry<String, JsonNode> part : object.properties()) {
            JsonNode meant = known.path(part.getKey());
            if (meant.isMissingNode()) {
                throw ScheduleRefused.invalid(
                        "'%s' has no part '%s'; there are %s"
                                .formatted(name, part.getKey(), String.join(", ", names)));
            }
            boolean isText = meant.path("type").asText().equals("string");
            if (isText && part.getValue().isContainerNode()) {
                throw ScheduleRefused.invalid(
                        "'%s.%s' must be a text. %s"
                                .formatted(
                                        name, part.getKey(), meant.path("description").asText()));
            }
        }
        return object;
    }

    private static ObjectNode read() {
        try {
            JsonNode schema = JsonMapper.builder().build().readTree(ScheduleToolSchema.PARAMETERS);
            return (ObjectNode) schema.path("properties");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema of our own is not JSON", e);
        }
    }
}
