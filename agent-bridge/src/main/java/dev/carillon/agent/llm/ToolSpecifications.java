package dev.carillon.agent.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tools as LangChain4j describes them to a model. The schema of each parameter is passed on word
/// for word: formats, patterns and bounds have no place in LangChain4j's own types.
final class ToolSpecifications {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ToolSpecifications() {}

    static List<ToolSpecification> of(List<Tool> tools) {
        return tools.stream().map(ToolSpecifications::of).toList();
    }

    private static ToolSpecification of(Tool tool) {
        JsonNode schema = parsed(tool);
        JsonObjectSchema.Builder parameters =
                JsonObjectSchema.builder()
                        .addProperties(raw(schema.path("properties")))
                        .required(names(schema.path("required")));
        if (schema.path("additionalProperties").isBoolean()) {
            parameters.additionalProperties(schema.path("additionalProperties").booleanValue());
        }
        if (schema.has("$defs")) {
            parameters.definitions(raw(schema.path("$defs")));
        }
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(parameters.build())
                .build();
    }

    private static JsonNode parsed(Tool tool) {
        try {
            JsonNode schema = JSON.readTree(tool.parametersSchema());
            if (!schema.path("type").asText().equals("object")) {
                throw new IllegalArgumentException(
                        "the parameters of tool '" + tool.name() + "' are not an object");
            }
            return schema;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the parameters of tool '" + tool.name() + "' are no JSON Schema", e);
        }
    }

    private static Map<String, JsonSchemaElement> raw(JsonNode schemas) {
        Map<String, JsonSchemaElement> raw = new LinkedHashMap<>();
        schemas.properties()
                .forEach(entry ->
                        raw.put(entry.getKey(), JsonRawSchema.from(entry.getValue().toString())));
        return raw;
    }

    private static List<String> names(JsonNode required) {
        return required.valueStream().map(JsonNode::asText).toList();
    }
}
