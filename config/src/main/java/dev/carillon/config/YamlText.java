package dev.carillon.config;

import java.io.StringReader;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/// Turns text into YAML nodes. Refuses anchors, aliases and tags: a file of settings is read by
/// people who should not have to follow them, and without them no input can grow.
final class YamlText {
    static final int MAX_CHARACTERS = 1_000_000;

    private static final int MAX_DEPTH = 30;

    private final Problems problems;

    YamlText(Problems problems) {
        this.problems = problems;
    }

    /// Null if there is nothing in the text, or nothing that can be used.
    @Nullable Node parse(String text) {
        try {
            return isPlain(text) ? yaml().compose(new StringReader(text)) : null;
        } catch (MarkedYAMLException e) {
            problems.add(place(e.getProblemMark()), "this is not YAML: " + explain(e, text));
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(e.getPosition(), text.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.add(
                    new Place("", line, before.length() - before.lastIndexOf('\n')),
                    "a character that YAML does not allow: U+%04X".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            problems.add(Place.TOP, "this is not YAML: " + e.getMessage());
        }
        return null;
    }

    /// A text of our own, such as a default.
    static Node known(String text) {
        return Objects.requireNonNull(yaml().compose(new StringReader(text)));
    }

    private boolean isPlain(String text) {
        for (Event event : yaml().parse(new StringReader(text))) {
            String refused = refused(event);
            if (refused != null) {
                problems.add(
                        place(event.getStartMark()),
                        refused + " not supported here; write the values out");
                return false;
            }
        }
        return true;
    }

    private static @Nullable String refused(Event event) {
        if (event instanceof AliasEvent alias) {
            return "aliases (*" + alias.getAnchor() + ") are";
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            return "anchors (&" + node.getAnchor() + ") are";
        }
        String tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent collection -> collection.getTag();
                    default -> null;
                };
        return tag == null ? null : "tags (" + tag + ") are";
    }

    private static String explain(MarkedYAMLException e, String text) {
        String problem =
                Stream.of(e.getContext(), e.getProblem())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        Mark mark = e.getProblemMark();
        String line = mark == null ? "" : text.lines().skip(mark.getLine()).findFirst().orElse("");
        return line.matches(".*\\{.*(?<![\"'])\\$\\{.*")
                ? problem + "; inside { }, put quotes around \"${...}\""
                : problem;
    }

    private static Place place(@Nullable Mark mark) {
        return mark == null ? Place.TOP : new Place("", mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }
}
