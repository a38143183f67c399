package dev.carillon.gateway.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the bodies of requests, strictly: one JSON object, no name twice, no name that we do not
/// know. Who mistypes one should hear of it.
final class Bodies {
    /// Texts of many lines, which people read; all others are names of something.
    static final Set<String> TEXTS = Set.of("text", "message", "task");

    private static final SnakeCaseStrategy NAMING = new SnakeCaseStrategy();
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Bodies() {}

    /// Reads a body whose fields are texts, the components of a record.
    ///
    /// @throws ProblemException when it is no JSON object, or a field is unknown or no text
    static <T extends Record> T read(@Nullable String json, Class<T> type) {
        ObjectNode body = object(json);
        List<String> names = names(type);
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            requireKnown(field.getKey(), names);
            check(field.getKey(), field.getValue());
        }
        return MAPPER.convertValue(body, type);
    }

    /// The names that the components of a record have in JSON.
    static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(Bodies::name).toList();
    }

    static String name(RecordComponent component) {
        return NAMING.translate(component.getName());
    }

    private static void requireKnown(String name, List<String> known) {
        if (!known.contains(name)) {
            throw Problems.unknown("field", name, known);
        }
    }

    private static void check(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (!value.isTextual()) {
            throw Problems.invalid(name, value.toString(), "a text in quotes");
        }
        if (TEXTS.contains(name)) {
            Texts.checkText(name, value.asText());
        } else {
            Texts.checkName(name, value.asText());
        }
    }

    /// @throws ProblemException when it is not one JSON object
    static ObjectNode object(@Nullable String json) {
        if (json == null || json.isBlank()) {
            throw Problems.badRequest("the body is empty; a JSON object is wanted");
        }
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw Problems.badRequest("the body must be a JSON object: {\"name\": value, ...}");
        } catch (JsonProcessingException e) {
            throw Problems.badRequest(
                    "the body is not valid JSON" + where(e.getLocation()) + why(e));
        }
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /// The parser's own words are for programmers; this one mistake is not seen from the place.
    private static String why(JsonProcessingException e) {
        boolean isTwice = e.getOriginalMessage().startsWith("Duplicate field");
        return isTwice ? ": the name there is given twice" : "";
    }
}
