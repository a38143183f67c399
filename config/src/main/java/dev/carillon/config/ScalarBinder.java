package dev.carillon.config;

import dev.carillon.config.Interpolation.Resolved;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads single values. Messages show the text of the file, never what a variable in it stands for,
/// and of a secret nothing.
final class ScalarBinder {
    private static final int MAX_SHOWN = 60;

    private final Interpolation interpolation;
    private final Problems problems;

    ScalarBinder(Interpolation interpolation, Problems problems) {
        this.interpolation = interpolation;
        this.problems = problems;
    }

    /// Null if there was a problem.
    <T> @Nullable T bind(ScalarType<T> type, Node node, Place place) {
        Place at = place.at(node);
        if (Entries.isNothing(node)) {
            problems.add(at, "has no value; give it one, or remove the key");
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(at, "expected " + type.expected() + ", found " + Entries.kind(node));
            return null;
        }
        String written = scalar.getValue();
        Resolved resolved = interpolation.resolve(written);
        if (!resolved.problems().isEmpty()) {
            resolved.problems().forEach(problem -> problems.add(at, problem));
            return null;
        }
        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        if (quoted && !type.text() && resolved.text().equals(written)) {
            problems.add(at, "expected " + type.expected() + ", found text: remove the quotes");
            return null;
        }
        return parse(type, resolved.text(), written, at);
    }

    private <T> @Nullable T parse(ScalarType<T> type, String text, String written, Place at) {
        try {
            return type.parser().apply(text);
        } catch (InvalidValue e) {
            String found = type.isSecret() ? "" : ", found '" + shown(written) + "'";
            // A suggestion is close to the value, so it would give away what a variable holds.
            String suggestion = text.equals(written) ? e.suggestion() : "";
            problems.add(at, "expected " + e.expected() + found + suggestion);
            return null;
        }
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("//[^/]*@", "//***@").replaceAll("\\p{Cntrl}", " ");
        return Excerpt.of(line, MAX_SHOWN);
    }
}
