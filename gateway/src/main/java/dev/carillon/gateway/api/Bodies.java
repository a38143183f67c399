package dev.carillon.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the bodies of requests. A name that we do not know is refused: who mistypes one should
/// hear of it.
final class Bodies {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private Bodies() {}

    /// @throws ProblemException when it is not JSON or does not fit
    static <T> T read(@Nullable String json, Class<T> type) {
        if (json == null || json.isBlank()) {
            throw Problems.badRequest("the body is empty; a JSON object is wanted");
        }
        try {
            T body = MAPPER.readValue(json, type);
            if (body == null) {
                throw Problems.badRequest("the body is null; a JSON object is wanted");
            }
            return body;
        } catch (UnrecognizedPropertyException e) {
            throw Problems.badRequest(
                    "unknown field '"
                            + e.getPropertyName()
                            + "'; there are "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        } catch (JsonMappingException e) {
            String field =
                    e.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .collect(Collectors.joining("."));
            throw Problems.badRequest(
                    field.isEmpty()
                            ? "the body must be a JSON object"
                            : "'" + field + "' must be a text");
        } catch (JsonProcessingException e) {
            throw Problems.badRequest("the body is not valid JSON: " + e.getOriginalMessage());
        }
    }
}
