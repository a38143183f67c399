package dev.carillon.config;

import dev.carillon.config.Shape.ListOf;
import dev.carillon.config.Shape.MapOf;
import dev.carillon.config.Shape.Scalar;
import dev.carillon.config.Shape.Section;
import dev.carillon.config.Shape.Variant;
import dev.carillon.config.Shape.Variants;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All keys of the config file as a page of Markdown, for people who rather read than let an editor
/// tell them.
public final class ConfigReference {
    private final StringBuilder page = new StringBuilder();
    private final Map<Class<?>, String> described = new HashMap<>();

    private ConfigReference() {}

    /// The whole page.
    public static String markdown() {
        ConfigReference reference = new ConfigReference();
        Section top = Shapes.section(ConfigFile.class);
        reference.page.append("# carillon.yaml\n\n");
        reference.page.append("Every section may be left out. An empty file is a valid one.\n\n");
        reference.table(top);
        reference.sections(top, "");
        return reference.page.toString();
    }

    private void sections(Section parent, String path) {
        for (Shape.Key key : parent.keys()) {
            below(key.shape(), path + key.name());
        }
    }

    private void below(Shape shape, String path) {
        switch (shape) {
            case Scalar _ -> {
                // has its row in the table
            }
            case ListOf list -> below(list.element(), path + "[]");
            case MapOf map -> below(map.value(), path + ".NAME");
            case Section section -> section(section, path, path);
            case Variants variants -> {
                for (Variant variant : variants.variants()) {
                    String choice = " with " + variants.chosenBy() + ": " + variant.name();
                    section(variant.section(), path, path + choice);
                }
            }
        }
    }

    private void section(Section section, String path, String title) {
        String elsewhere = described.putIfAbsent(section.type(), title);
        if (elsewhere == null) {
            page.append("\n## ").append(title).append("\n\n");
            page.append(section.description()).append("\n\n");
            table(section);
            sections(section, path + ".");
        }
    }

    private void table(Section section) {
        page.append("| key | what | default | meaning |\n|---|---|---|---|\n");
        for (Shape.Key key : section.keys()) {
            String limits = key.limits() == null ? "" : " " + key.limits().sentence();
            page.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    key.name(),
                                    what(key.shape()),
                                    absent(key),
                                    key.description() + limits));
        }
    }

    private static String what(Shape shape) {
        return switch (shape) {
            case Scalar(ScalarType<?> type) -> type.expected();
            case ListOf(Shape element) -> "list of: " + what(element);
            case MapOf map -> "by name: " + what(map.value());
            case Section _ -> "keys";
            case Variants variants ->
                    "keys, with `%s` %s"
                            .formatted(variants.chosenBy(), variants.names().expected());
        };
    }

    private static String absent(Shape.Key key) {
        @Nullable String text = key.absent();
        if (text != null) {
            return "`" + text + "`";
        }
        if (key.fallsBackTo() != null) {
            return "`" + key.fallsBackTo() + "` at the top";
        }
        return key.isRequired() ? "**required**" : "";
    }
}
