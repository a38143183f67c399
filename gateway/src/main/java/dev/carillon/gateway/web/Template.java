package dev.carillon.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML with holes such as `{{name}}`. What is put into a hole is escaped unless it is [Html]
/// already; attributes must be quoted.
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String source;

    Template(String source) {
        this.source = source.strip();
    }

    /// Reads a template that lies beside the page's other files.
    static Template ofResource(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no template " + name);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + name, e);
        }
    }

    /// @throws IllegalArgumentException when a hole has no value
    Html fill(Map<String, ?> values) {
        return new Html(
                HOLE.matcher(source)
                        .replaceAll(hole -> Matcher.quoteReplacement(value(hole, values))));
    }

    private static String value(MatchResult hole, Map<String, ?> values) {
        Object value = values.get(hole.group(1));
        if (value == null) {
            throw new IllegalArgumentException("nothing to put into " + hole.group());
        }
        return value instanceof Html html ? html.source() : Html.text(value.toString()).source();
    }
}
