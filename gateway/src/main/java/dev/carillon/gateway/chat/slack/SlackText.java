package dev.carillon.gateway.chat.slack;

import java.util.regex.Pattern;

/// The characters that mean something to Slack wherever they stand.
final class SlackText {
    /// What would call everybody, should Slack ever look for it in what we send.
    private static final Pattern CALL =
            Pattern.compile("@(?=(?:channel|here|everyone)\\b)", Pattern.CASE_INSENSITIVE);

    /// Seen by nobody, and what follows is not taken for a name.
    private static final String WORD_JOINER = "\u2060";

    private SlackText() {}

    /// Text in which nobody is called. With `<` escaped, no mention of Slack's can be written.
    static String of(String text) {
        return escape(inert(text));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String inert(String text) {
        return CALL.matcher(text).replaceAll("@" + WORD_JOINER);
    }

    static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
