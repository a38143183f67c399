package dev.carillon.gateway.chat.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads HTML as strictly as the Bot API does, and says what is wrong in its words.
final class FakeHtml {
    private static final Set<String> TAGS =
            Set.of("b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler");
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z-]+)((?:\\s+[a-z]+(?:=\"[^\"<>]*\")?)*)>");
    private static final Pattern ENTITY = Pattern.compile("&[a-z]+;");

    private FakeHtml() {}

    /// @return what people see
    /// @throws Bad when it is not what Telegram takes
    static String visible(String html) {
        StringBuilder visible = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        while (at < html.length()) {
            char character = html.charAt(at);
            if (character == '<') {
                at += tag(html, at, open);
            } else if (character == '&') {
                Matcher entity = ENTITY.matcher(html).region(at, html.length());
                String text = entity.lookingAt() ? ENTITIES.get(entity.group()) : null;
                visible.append(text == null ? "&" : text);
                at += text == null ? 1 : entity.group().length();
            } else {
                visible.append(character);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw new Bad("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        }
        return visible.toString().strip();
    }

    private static int tag(String html, int at, Deque<String> open) {
        Matcher tag = TAG.matcher(html).region(at, html.length());
        if (!tag.lookingAt() || !TAGS.contains(tag.group(2))) {
            throw new Bad("Unsupported start tag at byte offset " + at);
        }
        String name = tag.group(2);
        if (tag.group(1).isEmpty()) {
            if (name.equals("blockquote") && open.contains(name)) {
                throw new Bad("Can't parse nested blockquote at byte offset " + at);
            }
            open.push(name);
        } else if (open.isEmpty() || !open.pop().equals(name)) {
            throw new Bad("Unmatched end tag at byte offset " + at);
        }
        return tag.group().length();
    }

    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bad(String problem) {
            super("Bad Request: can't parse entities: " + problem);
        }
    }
}
