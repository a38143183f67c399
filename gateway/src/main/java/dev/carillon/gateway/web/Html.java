package dev.carillon.gateway.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A piece of HTML that may be shown. Whatever people or models wrote becomes HTML by [#text] or by
/// [Markdown], and in no other way.
record Html(String source) {
    static final Html NONE = new Html("");

    /// Text as HTML that shows it, in content and in quoted attributes.
    static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(each);
            }
        }
        return new Html(escaped.toString());
    }

    static Html join(Stream<Html> pieces) {
        return new Html(pieces.map(Html::source).collect(Collectors.joining("\n")));
    }
}
