package dev.carillon.gateway.chat.telegram;

import java.util.regex.Pattern;

/// The HTML of Telegram's dialect: a handful of tags, and three characters to escape.
final class TelegramHtml {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /// What Telegram would take for the name of somebody, who would be told of it.
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}_])@(?=[A-Za-z0-9_])");

    /// Seen by nobody, and Telegram does not take what follows for a name.
    private static final String WORD_JOINER = "\u2060";

    private TelegramHtml() {}

    /// Text in which nothing is marked and nobody is called.
    static String text(String text) {
        return escape(inert(text));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// The value of an attribute.
    static String attribute(String text) {
        return escape(text).replace("\"", "&quot;");
    }

    static String inert(String text) {
        return MENTION.matcher(text).replaceAll("@" + WORD_JOINER);
    }

    /// What people see of HTML that was made here: the length of this is what Telegram counts.
    static String visible(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
