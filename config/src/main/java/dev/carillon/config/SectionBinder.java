package dev.carillon.config;

import dev.carillon.config.InvalidSection.Violation;
import dev.carillon.config.Shape.Section;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Makes records from sections. Goes on after a problem, with what stands in for the bad value, so
/// that the rest of the section is looked at too.
final class SectionBinder {
    private final Binder binder;
    private final Problems problems;
    private final TimingCheck timings;
    private final Map<String, Object> top = new HashMap<>();

    SectionBinder(Binder binder, Problems problems, TimingCheck timings) {
        this.binder = binder;
        this.problems = problems;
        this.timings = timings;
    }

    /// Null if no record could be made.
    ///
    /// @param chosenBy a key that has been dealt with already
    @Nullable Object bind(
            Section section,
            Map<String, Entries.Entry> entries,
            Place place,
            @Nullable String chosenBy) {
        List<Shape.Key> keys = section.keys();
        List<String> names = new ArrayList<>(keys.stream().map(Shape.Key::name).toList());
        if (chosenBy != null) {
            names.add(chosenBy);
        }
        refuseUnknown(entries, names, place);
        @Nullable Object[] values = new @Nullable Object[keys.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Shape.Key key = keys.get(i);
            values[i] = value(key, entries.get(key.name()), place.key(key.name()));
            complete &= values[i] != null || key.nullable();
            if (place.path().isEmpty() && values[i] != null) {
                top.put(key.name(), values[i]);
            }
        }
        try {
            if (complete) {
                return create(section, values);
            }
            report(Rules.of(section.type(), values).violations(), place);
        } catch (InvalidSection e) {
            report(e.violations(), place);
        }
        return null;
    }

    void refuseUnknown(Map<String, Entries.Entry> entries, List<String> names, Place place) {
        entries.forEach((name, entry) -> {
            if (!names.contains(name)) {
                Optional<String> nearest =
                        Nearest.to(
                                name,
                                names.stream().filter(key -> !entries.containsKey(key)).toList());
                nearest.ifPresent(meant -> problems.suspect(place.key(meant)));
                String hint =
                        nearest.isPresent()
                                ? Nearest.question(nearest)
                                : "; known here: " + String.join(", ", names);
                problems.add(entry.place(), "unknown key '" + name + "'" + hint);
            }
        });
    }

    private @Nullable Object value(Shape.Key key, Entries.@Nullable Entry entry, Place place) {
        boolean scalar = key.shape() instanceof Shape.Scalar;
        if (entry == null || (!scalar && Entries.isNothing(entry.value()))) {
            return absent(key, entry == null ? place : entry.place());
        }
        Object value = binder.bind(key.shape(), entry.value(), entry.place());
        if (value == null || (key.absent() != null && Map.of().equals(value))) {
            return standIn(key, entry.place());
        }
        if (key.timing() != null && value instanceof String text) {
            timings.problem(new Timing(key.timing(), text))
                    .ifPresent(problem -> problems.add(entry.place().at(entry.value()), problem));
        }
        return value;
    }

    private @Nullable Object absent(Shape.Key key, Place place) {
        Object value = standIn(key, place);
        if (value != null || key.nullable()) {
            return value;
        }
        if (key.shape().canBeEmpty()) {
            return binder.bind(key.shape(), null, place);
        }
        String top = key.fallsBackTo();
        if (!problems.isTroubled(place.path()) && (top == null || !problems.isTroubled(top))) {
            String where = top == null ? "" : ", here or for all at the top of the file";
            problems.add(place, "missing" + where + ": " + key.description());
        }
        return null;
    }

    private @Nullable Object standIn(Shape.Key key, Place place) {
        if (key.absent() != null) {
            Node written = YamlText.known(key.absent());
            return binder.bind(key.shape(), written, place);
        }
        return key.fallsBackTo() == null ? null : top.get(key.fallsBackTo());
    }

    private void report(List<Violation> violations, Place place) {
        for (Violation violation : violations) {
            boolean founded =
                    violation.involved().stream()
                            .noneMatch(key -> problems.isTroubled(place.key(key).path()));
            if (founded) {
                problems.add(problems.find(place, violation.key()), violation.message());
            }
        }
    }

    private static Object create(Section section, @Nullable Object[] values) {
        try {
            Constructor<?> constructor =
                    Arrays.stream(section.type().getDeclaredConstructors())
                            .filter(candidate -> candidate.getParameterCount() == values.length)
                            .findFirst()
                            .orElseThrow();
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidSection invalid) {
                throw invalid;
            }
            throw new IllegalStateException("cannot make a " + section.type(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + section.type(), e);
        }
    }
}
