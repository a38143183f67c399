package dev.carillon.gateway.chat.discord;

import dev.carillon.agent.Card;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.config.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of a message: its tag, its words and its cards, in Discord's dialect and length.
final class MessageText {
    private static final int LONGEST_SUMMARY = 120;
    private static final int LONGEST_INSTRUCTION = 200;
    private static final int SHORT_CARD_TEXT = 80;
    private static final String NOTHING = "…";

    private MessageText() {}

    static String of(OutboundMessage message) {
        String words = MarkdownDialect.of(message.text());
        String start = joined(Stream.of(tag(message), words));
        if (start.length() > DiscordMessages.LONGEST) {
            // A wide table, or many marks made visible. As it was written it is readable too.
            start = joined(Stream.of(tag(message), message.text()));
        }
        String whole = withCards(Excerpt.within(start, DiscordMessages.LONGEST), message.cards());
        return whole.isBlank() ? NOTHING : whole;
    }

    /// The words of an answer, as far as it has come, in the form that they will have in the end.
    static String beginning(String textSoFar) {
        String words = MarkdownDialect.of(textSoFar);
        String fitting = words.length() > DiscordMessages.LONGEST ? textSoFar : words;
        return fitting.isBlank() ? NOTHING : Excerpt.within(fitting, DiscordMessages.LONGEST);
    }

    /// Cards are shown as fully as there is room for.
    private static String withCards(String start, List<Card> cards) {
        List<Function<Card, String>> forms =
                List.of(
                        card -> whole(card, Integer.MAX_VALUE),
                        card -> whole(card, SHORT_CARD_TEXT),
                        MessageText::line);
        for (Function<Card, String> form : forms) {
            String whole = joined(Stream.concat(Stream.of(start), cards.stream().map(form)));
            if (whole.length() <= DiscordMessages.LONGEST) {
                return whole;
            }
        }
        return withSome(start, cards);
    }

    private static String withSome(String start, List<Card> cards) {
        List<String> lines = new ArrayList<>(List.of(start));
        int left = cards.size();
        for (Card card : cards) {
            String more = "… and " + left + " more: /schedules";
            String line = line(card);
            int length = joined(lines.stream()).length() + line.length() + more.length() + 4;
            if (length > DiscordMessages.LONGEST) {
                lines.add(more);
                break;
            }
            lines.add(line);
            left--;
        }
        return Excerpt.within(joined(lines.stream()), DiscordMessages.LONGEST);
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String tag(OutboundMessage message) {
        OutboundMessage.Tag tag = message.tag();
        if (tag == null) {
            return "";
        }
        String name = tag.name() == null ? "" : " · " + tag.name();
        String summary =
                Excerpt.within("#" + tag.number() + " · " + tag.when() + name, LONGEST_SUMMARY);
        String line = "-# ⏰ " + DiscordMarkdown.text(summary, false);
        String instruction = tag.instruction().strip();
        // A reminder's words are its instruction; to say them twice helps nobody.
        return message.text().strip().endsWith(instruction)
                ? line
                : line + "\n" + quoted(instruction, LONGEST_INSTRUCTION);
    }

    private static String whole(Card card, int longestText) {
        return Stream.of(
                        heading(card) + " · " + card.status().name().toLowerCase(Locale.ROOT),
                        quoted(card.text(), longestText),
                        row("When", card.when()),
                        row("Next", String.join("; ", card.next())),
                        row("Zone", card.zone()),
                        row("Owner", card.owner()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(Card card) {
        return heading(card)
                + " · "
                + DiscordMarkdown.text(Excerpt.within(card.when(), SHORT_CARD_TEXT), false);
    }

    private static String heading(Card card) {
        String name = card.name() == null ? "" : " " + card.name();
        return "**#" + card.number() + DiscordMarkdown.text(name, false) + "**";
    }

    private static String quoted(String text, int longest) {
        return DiscordMarkdown.quote(
                DiscordMarkdown.text(Excerpt.within(text.strip(), longest), true));
    }

    private static String row(String term, String value) {
        return value.isBlank() ? "" : term + ": " + DiscordMarkdown.text(value, false);
    }
}
