package dev.carillon.gateway.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.carillon.agent.Card;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.config.Excerpt;
import dev.carillon.gateway.chat.TextSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts a message into Slack's blocks. Asks nobody and changes nothing.
///
/// Words are sections of mrkdwn, which Slack shows on all its clients, in answers to commands and
/// in changed messages alike. Its block for whole Markdown is newer, shows tables on some clients
/// only, and leaves it open what becomes of a mention in it.
final class SlackMessages {
    /// How long the words of a message may be: Slack's own clients cut longer ones into several.
    static final int LONGEST_WORDS = 4000;

    private static final int LONGEST_SECTION = 3000;

    /// All texts of a message together; Slack refuses about 13 200 and names no number.
    private static final int LONGEST_SECTIONS = 9000;

    private static final int LONGEST_CARD_TEXT = 500;
    private static final int MOST_CARDS = 10;
    private static final int LONGEST_INSTRUCTION = 200;
    private static final int LONGEST_SUMMARY = 150;
    private static final int LONGEST_LABEL = 75;
    private static final int MOST_BUTTONS = 25;

    /// What notifications and screen readers show.
    private static final int LONGEST_FALLBACK = 1500;

    private static final String NOTHING = "…";

    private SlackMessages() {}

    static List<LayoutBlock> blocks(OutboundMessage message) {
        List<LayoutBlock> blocks = new ArrayList<>(tag(message));
        blocks.addAll(words(message.text()));
        message.cards().stream().limit(MOST_CARDS).forEach(card -> blocks.addAll(card(card)));
        if (blocks.isEmpty()) {
            blocks.add(section(SlackText.of(NOTHING)));
        }
        blocks.addAll(buttons(message.buttons()));
        return blocks;
    }

    /// The message in a few plain words.
    static String fallback(OutboundMessage message) {
        String words =
                Stream.concat(
                                Stream.of(PlainWords.of(message.text())),
                                message.cards().stream().map(Card::text))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n"));
        return clippedFallback(words);
    }

    /// Markdown in a few plain words.
    static String fallback(String markdown) {
        return clippedFallback(PlainWords.of(markdown));
    }

    private static String clippedFallback(String words) {
        return SlackText.of(Excerpt.within(words.isBlank() ? NOTHING : words, LONGEST_FALLBACK));
    }

    /// Sections for Markdown. Text of which so much has to be escaped that Slack would refuse it is
    /// shown as it was written.
    static List<LayoutBlock> words(String markdown) {
        List<String> sections = sections(markdown, LONGEST_SECTION);
        if (sections.stream().mapToInt(String::length).sum() <= LONGEST_SECTIONS) {
            return sections.stream().map(SlackMessages::section).toList();
        }
        return new TextSplitter(LONGEST_SECTION)
                .split(markdown).stream()
                        .<LayoutBlock>map(text -> section(PlainTextObject.builder().text(text)))
                        .toList();
    }

    /// Markdown is cut before it is rendered, so that no mark is cut in two.
    private static List<String> sections(String markdown, int longest) {
        return new TextSplitter(longest)
                .split(markdown).stream()
                        .flatMap(part -> {
                            String rendered = rendered(part);
                            return rendered.length() <= LONGEST_SECTION
                                    ? Stream.of(rendered)
                                    : sections(part, longest / 2).stream();
                        })
                        .filter(part -> !part.isBlank())
                        .toList();
    }

    private static String rendered(String markdown) {
        String words = Mrkdwn.of(markdown);
        return words.isBlank() ? SlackText.of(markdown.strip()) : words;
    }

    private static List<LayoutBlock> tag(OutboundMessage message) {
        OutboundMessage.Tag tag = message.tag();
        if (tag == null) {
            return List.of();
        }
        String name = tag.name() == null ? "" : " · " + tag.name();
        String summary = "⏰ #" + tag.number() + " · " + tag.when() + name;
        String instruction = tag.instruction().strip();
        // A reminder's words are its instruction; to say them twice helps nobody.
        boolean isSaid = message.text().strip().endsWith(instruction);
        String line = SlackText.of(Excerpt.within(summary, LONGEST_SUMMARY));
        String more = isSaid ? "" : "\n" + quoted(Excerpt.within(instruction, LONGEST_INSTRUCTION));
        return List.of(ContextBlock.builder().elements(List.of(marked(line + more))).build());
    }

    private static List<LayoutBlock> card(Card card) {
        String name = card.name() == null ? "" : " " + card.name();
        String status = card.status().name().toLowerCase(Locale.ROOT);
        String head = "*#" + card.number() + SlackText.of(name) + "* · " + status;
        String rows =
                Stream.of(
                                row("When", card.when()),
                                row("Next", String.join("\n        ", card.next())),
                                row("Zone", card.zone()),
                                row("Owner", card.owner()))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
        return List.of(
                section(head + "\n" + quoted(Excerpt.within(card.text(), LONGEST_CARD_TEXT))),
                ContextBlock.builder()
                        .elements(List.of(marked(Excerpt.within(rows, LONGEST_SECTION))))
                        .build());
    }

    private static String row(String term, String value) {
        return value.isBlank() ? "" : term + ": " + SlackText.of(value);
    }

    private static String quoted(String text) {
        return SlackText.of(text)
                .lines()
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static List<LayoutBlock> buttons(List<Button> buttons) {
        if (buttons.isEmpty()) {
            return List.of();
        }
        List<BlockElement> elements = new ArrayList<>();
        for (Button button : buttons.stream().limit(MOST_BUTTONS).toList()) {
            elements.add(
                    ButtonElement.builder()
                            .actionId("carillon-" + elements.size())
                            .text(plain(Excerpt.within(button.label(), LONGEST_LABEL)))
                            .value(button.code())
                            .build());
        }
        return List.of(ActionsBlock.builder().elements(elements).build());
    }

    static LayoutBlock section(String mrkdwn) {
        return section(marked(mrkdwn));
    }

    private static LayoutBlock section(PlainTextObject.PlainTextObjectBuilder plain) {
        return section(plain.emoji(false).build());
    }

    private static LayoutBlock section(TextObject text) {
        return SectionBlock.builder().text(text).expand(true).build();
    }

    /// Verbatim: Slack looks for no names and addresses in it; links are written as such.
    private static MarkdownTextObject marked(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(true).build();
    }
}
