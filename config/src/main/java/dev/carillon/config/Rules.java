package dev.carillon.config;

import dev.carillon.config.InvalidSection.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the values of one section in its compact constructor: what its annotations say, and what
/// the constructor adds. Collects everything before it refuses.
final class Rules {
    private final List<Violation> violations = new ArrayList<>();

    private Rules() {}

    /// The values of all components, in their order.
    static Rules of(Class<? extends Record> section, @Nullable Object... values) {
        Rules rules = new Rules();
        List<Shape.Key> keys = Shapes.section(section).keys();
        Map<String, List<Shape.Key>> groups = new LinkedHashMap<>();
        Map<String, List<Shape.Key>> given = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Shape.Key key = keys.get(i);
            Object value = values[i];
            if (value != null) {
                rules.checkValue(key, value);
            }
            for (String group : key.groups()) {
                groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(key);
                if (value != null) {
                    given.computeIfAbsent(group, _ -> new ArrayList<>()).add(key);
                }
            }
        }
        groups.forEach((name, all) -> rules.checkGroup(all, given.getOrDefault(name, List.of())));
        return rules;
    }

    Rules check(boolean holds, String message, String key, String... further) {
        if (!holds) {
            List<String> involved = new ArrayList<>(List.of(further));
            involved.add(key);
            violations.add(new Violation(key, involved, message));
        }
        return this;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    void enforce() {
        if (!violations.isEmpty()) {
            throw new InvalidSection(violations);
        }
    }

    private void checkValue(Shape.Key key, Object value) {
        if (value instanceof String text) {
            check(!text.isBlank(), "must not be empty", key.name());
        }
        if (key.limits() != null && !key.limits().admit(value)) {
            check(false, key.limits().refusal(value), key.name());
        }
    }

    private void checkGroup(List<Shape.Key> all, List<Shape.Key> given) {
        List<String> names = all.stream().map(Shape.Key::name).toList();
        String choice = "exactly one of " + String.join(", ", names) + " is needed, ";
        if (given.isEmpty()) {
            violations.add(new Violation("", names, choice + "but none is given"));
        }
        if (given.size() > 1) {
            List<String> found = given.stream().map(Shape.Key::name).toList();
            String message = choice + "but there are " + String.join(" and ", found);
            violations.add(new Violation(found.getLast(), List.of(), message));
        }
    }
}
