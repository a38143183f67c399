package dev.carillon.config;

import dev.carillon.config.Shape.Section;
import dev.carillon.config.Shape.Variant;
import dev.carillon.config.Shape.Variants;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON Schema of a choice between sections.
final class ChoiceSchema {
    private ChoiceSchema() {}

    /// A chain of if, then, else: unlike `oneOf` it lets an editor say which key is wrong.
    static Map<String, Object> of(Variants variants, SchemaWriter writer) {
        String key = variants.chosenBy();
        Map<String, Object> schema = SchemaWriter.both("type", "object", "required", List.of(key));
        // The first condition that fits decides, so the one that always fits comes last.
        List<Variant> lastFirst =
                variants.variants().stream()
                        .sorted(Comparator.comparing(Variant::isOtherwise).reversed())
                        .toList();
        for (Variant variant : lastFirst) {
            Section section = variant.section();
            Object constant =
                    SchemaWriter.both(
                            "const", variant.name(), "description", section.description());
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("if", condition(key, variant));
            step.put(
                    "then",
                    writer.define(
                            section.type(),
                            () -> writer.section(section, Map.entry(key, constant))));
            step.put("else", schema);
            schema = step;
        }
        Map<String, Object> named = new LinkedHashMap<>(variants.names().schema());
        named.put("description", variants.choice());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("description", variants.description());
        result.put("type", SchemaWriter.orNothing("object", variants));
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
        // To anything but an object the other keywords do not apply, and so they would fit.
        named.put("type", "object");
        named.put("required", List.of(key));
        List<String> others = variant.impliedBy();
        if (others == null) {
            return named;
        }
        Map<String, Object> implied = new LinkedHashMap<>();
        implied.put("type", "object");
        implied.put("not", Map.of("required", List.of(key)));
        implied.put(
                "anyOf", others.stream().map(other -> Map.of("required", List.of(other))).toList());
        return Map.of("anyOf", List.of(named, implied));
    }
}
