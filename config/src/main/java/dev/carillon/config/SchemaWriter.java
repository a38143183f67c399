package dev.carillon.config;

import dev.carillon.config.Shape.ListOf;
import dev.carillon.config.Shape.MapOf;
import dev.carillon.config.Shape.Scalar;
import dev.carillon.config.Shape.Section;
import dev.carillon.config.Shape.Variants;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Writes shapes as JSON Schemas. Sections become definitions, each once.
final class SchemaWriter {
    private static final String VARIABLE = "variable";

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    SchemaWriter() {
        definitions.put(VARIABLE, both("type", "string", "pattern", "\\$\\{[A-Za-z_]"));
    }

    Map<String, Object> definitions() {
        return definitions;
    }

    /// @param choice the schema of the key that has chosen this section among others
    Map<String, Object> section(Section section, Map.@Nullable Entry<String, ?> choice) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (choice != null) {
            properties.put(choice.getKey(), choice.getValue());
        }
        section.keys().forEach(key -> properties.put(key.name(), property(key)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", section.description());
        schema.put("type", orNothing("object", section));
        schema.put("properties", properties);
        List<String> required =
                section.keys().stream().filter(Shape.Key::isRequired).map(Shape.Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        List<Map<String, Object>> groups =
                section.keys().stream()
                        .flatMap(key -> key.groups().stream())
                        .distinct()
                        .map(group -> exactlyOne(section, group))
                        .toList();
        if (!groups.isEmpty()) {
            schema.put("allOf", groups);
        }
        return schema;
    }

    private Map<String, Object> property(Shape.Key key) {
        Map<String, Object> schema = new LinkedHashMap<>(of(key.shape(), key.limits()));
        if (key.nullable() && !(key.shape() instanceof Scalar)) {
            // As with all sections, one whose keys are all commented out counts as absent.
            schema = both("anyOf", List.of(schema, Map.of("type", "null")), "description", "");
        }
        schema.put("description", key.description() + range(key.limits()));
        if (key.absent() != null) {
            schema.put(
                    "default",
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(key.absent()));
        }
        return schema;
    }

    /// JSON Schema has words for the range of a number, but not for that of a duration.
    private static String range(@Nullable Bounds limits) {
        return limits != null && limits.min() instanceof Duration ? " " + limits.sentence() : "";
    }

    private Map<String, Object> of(Shape shape, @Nullable Bounds limits) {
        return switch (shape) {
            case Scalar(ScalarType<?> type) -> scalar(type, limits);
            case ListOf list ->
                    both("type", orNothing("array", list), "items", of(list.element(), null));
            case MapOf map -> {
                Map<String, Object> schema = new LinkedHashMap<>();
                schema.put("type", orNothing("object", map));
                schema.put("propertyNames", map.name().schema());
                schema.put("additionalProperties", of(map.value(), null));
                yield schema;
            }
            case Section section -> define(section.type(), () -> section(section, null));
            case Variants variants ->
                    define(variants.type(), () -> ChoiceSchema.of(variants, this));
        };
    }

    private static Map<String, Object> scalar(ScalarType<?> type, @Nullable Bounds limits) {
        Map<String, Object> schema = new LinkedHashMap<>(type.schema());
        if (limits != null && limits.min() instanceof Number) {
            schema.put("minimum", limits.min());
            schema.put("maximum", limits.max());
        }
        return type.takesAnyText()
                ? schema
                : Map.of("anyOf", List.of(schema, Map.of("$ref", "#/$defs/" + VARIABLE)));
    }

    /// Writes the definition, if there is none yet, and refers to it.
    Map<String, Object> define(Class<?> type, Supplier<Map<String, Object>> schema) {
        String simple = type.getName().substring(type.getPackageName().length() + 1);
        String name = Names.snakeCase(simple.replace("Config", "").replace("$", ""));
        if (!definitions.containsKey(name)) {
            definitions.put(name, schema.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> exactlyOne(Section section, String group) {
        return Map.of(
                "oneOf",
                section.keys().stream()
                        .filter(key -> key.groups().contains(group))
                        .map(key -> Map.of("required", List.of(key.name())))
                        .toList());
    }

    static Map<String, Object> both(String one, Object first, String other, Object second) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(one, first);
        fields.put(other, second);
        return fields;
    }

    /// A section whose keys are all commented out is null to YAML.
    static Object orNothing(String type, Shape shape) {
        return shape.canBeEmpty() ? List.of(type, "null") : type;
    }
}
