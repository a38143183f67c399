package dev.carillon.gateway.chat.slack;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads text as Slack writes it: people, channels and links stand in it as `<…>`.
final class SlackWords {
    private static final Pattern REFERENCE = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

    private final UnaryOperator<String> nameOf;

    /// @param nameOf the name of a user by id
    SlackWords(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
    }

    /// The text as people see it, without a mention of the bot at its start or end.
    String read(String text, String mention) {
        String rest = text.replace("\0", "").strip();
        Matcher labelled =
                Pattern.compile(Pattern.quote(mention.replace(">", "")) + "\\|[^<>]*>")
                        .matcher(rest);
        rest = labelled.replaceAll(Matcher.quoteReplacement(mention));
        if (rest.startsWith(mention)) {
            rest = rest.substring(mention.length()).replaceFirst("^[\\s,:]+", "");
        }
        if (rest.endsWith(mention)) {
            rest = rest.substring(0, rest.length() - mention.length()).strip();
        }
        return SlackText.unescape(REFERENCE.matcher(rest).replaceAll(this::shown));
    }

    static boolean mentions(String text, String mention) {
        return text.contains(mention) || text.contains(mention.replace(">", "|"));
    }

    private String shown(MatchResult reference) {
        String target = reference.group(2);
        String label = reference.group(3) == null ? "" : reference.group(3);
        return Matcher.quoteReplacement(
                switch (reference.group(1)) {
                    case "@" -> "@" + (label.isEmpty() ? nameOf.apply(target) : label);
                    case "#" -> "#" + (label.isEmpty() ? target : label);
                    case "!" -> special(target, label);
                    default -> link(target, label);
                });
    }

    private static String special(String target, String label) {
        if (!label.isEmpty()) {
            return label;
        }
        return "@" + target.replaceFirst("^subteam\\^", "");
    }

    private static String link(String target, String label) {
        String bare = target.replaceFirst("^(?:mailto|tel):", "");
        boolean saysMore = !label.isEmpty() && !target.endsWith(label) && !label.equals(bare);
        return saysMore ? label + " (" + bare + ")" : label.isEmpty() ? bare : fuller(bare, label);
    }

    /// Slack shortens what people typed without `https://` to the label.
    private static String fuller(String bare, String label) {
        return bare.endsWith(label) && bare.length() > label.length() ? label : bare;
    }
}
