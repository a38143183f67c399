package dev.carillon.gateway.chat.discord;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a bot is spoken to.
record Address(String id, String name) {
    boolean isMentioned(String text, @Nullable String role) {
        return mention(role).matcher(text).find();
    }

    /// The text without a mention of the bot at its start or end; within a sentence its name stands
    /// instead.
    String withoutMention(String text, @Nullable String role) {
        String mention = mention(role).pattern();
        String bare =
                text.replaceFirst("^(?:" + mention + "[\\s,:]*)+", "")
                        .replaceFirst("(?:\\s*" + mention + ")+$", "");
        return mention(role).matcher(bare).replaceAll("@" + name.replace("$", "")).strip();
    }

    private Pattern mention(@Nullable String role) {
        String user = "<@!?" + id + ">";
        return Pattern.compile(
                role == null ? "(?:" + user + ")" : "(?:" + user + "|<@&" + role + ">)");
    }
}
