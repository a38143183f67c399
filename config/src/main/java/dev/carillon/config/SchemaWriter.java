package dev.carillon.config;

import dev.carillon.config.Shape.Key;
import dev.carillon.config.Shape.ListOf;
import dev.carillon.config.Shape.MapOf;
import dev.carillon.config.Shape.Scalar;
import dev.carillon.config.Shape.Section;
import dev.carillon.config.Shape.Variant;
import dev.carillon.config.Shape.Variants;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
                section.keys().stream().filter(Key::isRequired).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        List<Map<String, Object>> groups =
                section.keys().stream()
                        .filter(key -> key.group() != null)
                        .collect(
                                Collectors.groupingBy(
                                        Key::group, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(SchemaWriter::exactlyOne)
                        .toList();
        if (!groups.isEmpty()) {
            schema.put("allOf", groups);
        }
        return schema;
    }

    private Map<String, Object> property(Key key) {
        Map<String, Object> schema = new LinkedHashMap<>(of(key.shape(), key.limits()));
        if (key.nullable() && !(key.shape() instanceof Scalar)) {
            // As with all sections, one whose keys are all commented out counts as absent.
            schema = both("anyOf", List.of(schema, Map.of("type", "null")), "description", "");
        }
        boolean ranged = key.limits() != null && key.limits().min() instanceof Duration;
        String range = ranged ? " " + key.limits().sentence() : "";
        schema.put("description", key.description() + range);
        if (key.absent() != null) {
            schema.put(
                    "default",
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(key.absent()));
        }
        return schema;
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
            case Section section -> reference(section);
            case Variants variants -> reference(variants);
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

    private Map<String, Object> reference(Section section) {
        String name = name(section.type());
        if (!definitions.containsKey(name)) {
            definitions.put(name, section(section, null));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Map<String, Object> reference(Variants variants) {
        String name = name(variants.type());
        if (!definitions.containsKey(name)) {
            definitions.put(name, choice(variants));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    /// A chain of if, then, else: unlike `oneOf` it lets an editor say which key is wrong.
    private Map<String, Object> choice(Variants variants) {
        String key = variants.chosenBy();
        Map<String, Object> schema = both("type", "object", "required", List.of(key));
        // The first condition that fits decides, so the one that always fits comes last.
        List<Variant> lastFirst =
                variants.variants().stream()
                        .sorted(Comparator.comparing(Variant::isOtherwise).reversed())
                        .toList();
        for (Variant variant : lastFirst) {
            String name = name(variant.section().type());
            String meaning = variant.section().description();
            Object constant = both("const", variant.name(), "description", meaning);
            definitions.put(name, section(variant.section(), Map.entry(key, constant)));
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("if", condition(key, variant));
            step.put("then", Map.of("$ref", "#/$defs/" + name));
            step.put("else", schema);
            schema = step;
        }
        Map<String, Object> named = new LinkedHashMap<>(variants.names().schema());
        named.put("description", variants.choice());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("description", variants.description());
        result.put("type", orNothing("object", variants));
        result.put("properties", Map.of(key, named));
        result.putAll(schema);
        return result;
    }

    private static Map<String, Object> condition(String key, Variant variant) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("properties", Map.of(key, Map.of("const", variant.name())));
        if (variant.isOtherwise()) {
            return named;
        }
        named.put("required", List.of(key));
        if (variant.impliedBy() == null) {
            return named;
        }
        Map<String, Object> implied = new LinkedHashMap<>();
        implied.put("not", Map.of("required", List.of(key)));
        implied.put(
                "anyOf",
                variant.impliedBy().stream()
                        .map(other -> Map.of("required", List.of(other)))
                        .toList());
        return Map.of("anyOf", List.of(named, implied));
    }

    private static Map<String, Object> exactlyOne(List<Key> keys) {
        return Map.of(
                "oneOf",
                keys.stream().map(key -> Map.of("required", List.of(key.name()))).toList());
    }

    private static Map<String, Object> both(String one, Object first, String other, Object second) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(one, first);
        fields.put(other, second);
        return fields;
    }

    /// A section whose keys are all commented out is null to YAML.
    private static Object orNothing(String type, Shape shape) {
        return shape.canBeEmpty() ? List.of(type, "null") : type;
    }

    private static String name(Class<?> type) {
        String simple = type.getName().substring(type.getPackageName().length() + 1);
        return Names.snakeCase(simple.replace("Config", "").replace("$", ""));
    }
}
