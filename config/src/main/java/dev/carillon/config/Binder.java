package dev.carillon.config;

import dev.carillon.config.Shape.ListOf;
import dev.carillon.config.Shape.MapOf;
import dev.carillon.config.Shape.Scalar;
import dev.carillon.config.Shape.Section;
import dev.carillon.config.Shape.Variant;
import dev.carillon.config.Shape.Variants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Makes objects from YAML nodes along a shape.
final class Binder {
    private final Problems problems;
    private final References references;
    private final Entries entries;
    private final ScalarBinder scalars;
    private final SectionBinder sections;

    Binder(
            Problems problems,
            References references,
            Interpolation interpolation,
            TimingCheck timings) {
        this.problems = problems;
        this.references = references;
        this.entries = new Entries(problems);
        this.scalars = new ScalarBinder(interpolation, problems);
        this.sections = new SectionBinder(this, problems, timings);
    }

    /// Null if nothing could be made; then there is a problem that says why.
    @Nullable Object bind(Shape shape, @Nullable Node node, Place place) {
        return switch (shape) {
            case Scalar(ScalarType<?> type) -> node == null ? null : scalar(type, node, place);
            case ListOf list -> list(list, node, place);
            case MapOf map -> map(map, node, place);
            case Section section -> section(section, node, place);
            case Variants variants -> variants(variants, node, place);
        };
    }

    private @Nullable Object scalar(ScalarType<?> type, Node node, Place place) {
        Object value = scalars.bind(type, node, place);
        if (value != null && node instanceof ScalarNode written) {
            references.use(value, written.getValue(), place.at(node));
        }
        return value;
    }

    private @Nullable Object list(ListOf shape, @Nullable Node node, Place place) {
        if (node == null || Entries.isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(place.at(node), "expected a list, found " + Entries.kind(node));
            return null;
        }
        List<Object> values = new ArrayList<>();
        int index = 0;
        for (Node element : sequence.getValue()) {
            Place item = place.item(index++).at(element);
            problems.written(item);
            Object value = bind(shape.element(), element, item);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Object map(MapOf shape, @Nullable Node node, Place place) {
        Map<String, Entries.Entry> named = entries.of(node, place);
        if (named == null) {
            return null;
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        named.forEach((text, entry) -> {
            Object value = bind(shape.value(), entry.value(), entry.place());
            try {
                Object name = shape.name().parser().apply(text);
                references.define(name);
                if (value != null) {
                    values.put(name, value);
                }
            } catch (InvalidValue e) {
                String found = ", found '" + text + "'";
                problems.add(entry.place(), "expected " + e.expected() + found);
            }
        });
        return values;
    }

    private @Nullable Object section(Section shape, @Nullable Node node, Place place) {
        Map<String, Entries.Entry> keys = entries.of(node, place);
        return keys == null ? null : sections.bind(shape, keys, place, null);
    }

    private @Nullable Object variants(Variants shape, @Nullable Node node, Place place) {
        Map<String, Entries.Entry> keys = entries.of(node, place);
        if (keys == null) {
            return null;
        }
        String chosenBy = shape.chosenBy();
        Entries.Entry chosen = keys.get(chosenBy);
        Optional<Variant> variant = chosen == null ? implied(shape, keys) : named(shape, chosen);
        if (variant.isEmpty() && chosen == null) {
            missing(shape, keys, place);
        }
        Object value =
                variant.map(found -> sections.bind(found.section(), keys, place, chosenBy))
                        .orElse(null);
        return problems.isTroubled(place.key(chosenBy).path()) ? null : value;
    }

    private Optional<Variant> named(Variants shape, Entries.Entry chosen) {
        String name = scalars.bind(shape.names(), chosen.value(), chosen.place());
        if (name == null && chosen.value() instanceof ScalarNode written) {
            // Goes on with what was probably meant, to find what else is wrong.
            List<String> names = shape.variants().stream().map(Variant::name).toList();
            name = Nearest.to(written.getValue(), names).orElse(null);
        }
        String meant = name;
        return shape.variants().stream().filter(one -> one.name().equals(meant)).findFirst();
    }

    private static Optional<Variant> implied(Variants shape, Map<String, Entries.Entry> keys) {
        return shape.variants().stream()
                .filter(one -> one.isImpliedBy(keys.keySet()))
                .findFirst()
                .or(shape::otherwise);
    }

    private void missing(Variants shape, Map<String, Entries.Entry> keys, Place place) {
        String chosenBy = shape.chosenBy();
        for (Map.Entry<String, Entries.Entry> key : keys.entrySet()) {
            if (Nearest.to(key.getKey(), List.of(chosenBy)).isPresent()) {
                sections.refuseUnknown(
                        Map.of(key.getKey(), key.getValue()), List.of(chosenBy), place);
                return;
            }
        }
        problems.add(place.key(chosenBy), "missing: " + shape.names().expected());
    }
}
