package dev.carillon.gateway.chat.discord;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks of Discord's Markdown.
final class DiscordMarkdown {
    /// What Discord shows as a person, a channel, a picture or a time; to be left as it is.
    private static final Pattern SPECIAL =
            Pattern.compile("<(?:@[!&]?\\d+|#\\d+|a?:\\w+:\\d+|t:-?\\d+(?::\\w)?)>");

    private static final Pattern MARK = Pattern.compile("[\\\\*_~`]|\\|\\|");
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^(\\s*)(#{1,3}(?=\\s)|>|-(?=[#\\s])|\\+(?=\\s)|\\d+(?=[.)]\\s))");

    private DiscordMarkdown() {}

    /// Text in which nothing is a mark.
    ///
    /// @param isAtLineStart whether it stands at the start of a line
    static String text(String text, boolean isAtLineStart) {
        StringBuilder out = new StringBuilder();
        Matcher special = SPECIAL.matcher(text);
        int from = 0;
        while (special.find()) {
            out.append(escaped(text.substring(from, special.start()))).append(special.group());
            from = special.end();
        }
        out.append(escaped(text.substring(from)));
        return isAtLineStart ? withoutBlockMarks(out.toString()) : out.toString();
    }

    private static String escaped(String text) {
        return MARK.matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(eachEscaped(mark.group())));
    }

    private static String eachEscaped(String mark) {
        return "\\" + String.join("\\", mark.split(""));
    }

    /// What would be a heading, a quote or an item of a list.
    private static String withoutBlockMarks(String text) {
        return LINE_START
                .matcher(text)
                .replaceAll(match -> {
                    String mark = match.group(2);
                    // A backslash before a digit would be shown.
                    String escaped = Character.isDigit(mark.charAt(0)) ? mark + "\\" : "\\" + mark;
                    return Matcher.quoteReplacement(match.group(1) + escaped);
                });
    }

    static String inlineCode(String code) {
        return code.indexOf('`') < 0
                ? "`" + code + "`"
                : "`` " + code.replace("``", "`\u200B`") + " ``";
    }

    static String codeBlock(String language, String code) {
        // Discord knows no longer fences, so that one within must not look like one.
        String inert = code.replace("```", "`\u200B``");
        return "```" + language.replaceAll("[^\\w+#.-]", "") + "\n" + inert + "\n```";
    }

    /// Each line as a quote.
    static String quote(String text) {
        return "> " + text.replace("\n", "\n> ");
    }

    static String link(String words, String destination) {
        String url = destination.replace(" ", "%20").replace(")", "%29").replace("(", "%28");
        return "[" + words.replace("]", "\\]") + "](" + url + ")";
    }

    static boolean leadsToTheWeb(String destination) {
        String lower = destination.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }
}
