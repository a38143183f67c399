package dev.carillon.gateway.chat.telegram;

import dev.carillon.agent.Card;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.config.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Puts a message into Telegram's dialect. Asks nobody and changes nothing.
final class TelegramMessages {
    /// The longest text of a message, marks not counted, in UTF-16 units.
    static final int LONGEST = 4096;

    /// How long the words of a message may be, so that its tag and cards have room beside them.
    static final int LONGEST_WORDS = 3500;

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_SUMMARY = 150;
    private static final int LONGEST_INSTRUCTION = 200;
    private static final int SHORTEST_CARD_TEXT = 20;
    private static final int BUTTONS_IN_A_ROW = 3;
    private static final String NOTHING = "…";

    private TelegramMessages() {}

    /// The whole text as HTML.
    ///
    /// @return absent when it would be too long with its marks made visible, as a wide table can be
    static @Nullable String html(OutboundMessage message) {
        String words = MarkdownHtml.of(message.text());
        return fitted(message, words.isBlank() ? TelegramHtml.text(message.text()) : words);
    }

    /// The whole text without any marks, its words as they were written.
    static String plain(OutboundMessage message) {
        String fitted = fitted(message, TelegramHtml.escape(message.text()));
        String text = fitted == null ? message.text() : TelegramHtml.visible(fitted);
        return text.isBlank() ? NOTHING : Excerpt.within(text, LONGEST);
    }

    /// What came of a press, in plain words.
    static String outcome(OutboundMessage message) {
        return TelegramHtml.visible(html(message, MarkdownHtml.of(message.text()), LONGEST));
    }

    private static @Nullable String fitted(OutboundMessage message, String words) {
        String whole = html(message, words, Integer.MAX_VALUE);
        int excess = TelegramHtml.visible(whole).length() - LONGEST;
        if (excess <= 0) {
            return whole.isBlank() ? NOTHING : whole;
        }
        if (message.cards().isEmpty()) {
            return null;
        }
        int all = message.cards().stream().mapToInt(card -> shown(card.text()).length()).sum();
        int each = (all - excess) / message.cards().size() - 1;
        String shorter = html(message, words, Math.max(SHORTEST_CARD_TEXT, each));
        return TelegramHtml.visible(shorter).length() <= LONGEST ? shorter : null;
    }

    private static String html(OutboundMessage message, String words, int cardText) {
        Stream<String> cards = message.cards().stream().map(card -> card(card, cardText));
        return Stream.of(Stream.of(tag(message), words), cards)
                .flatMap(parts -> parts)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String tag(OutboundMessage message) {
        OutboundMessage.Tag tag = message.tag();
        if (tag == null) {
            return "";
        }
        String name = tag.name() == null ? "" : " · " + tag.name();
        String summary =
                Excerpt.within("#" + tag.number() + " · " + tag.when() + name, LONGEST_SUMMARY);
        String line = "<i>⏰ " + TelegramHtml.text(summary) + "</i>";
        String instruction = tag.instruction().strip();
        // A reminder's words are its instruction; to say them twice helps nobody.
        boolean isSaid = message.text().strip().endsWith(instruction);
        return isSaid
                ? line
                : line
                        + "\n<blockquote expandable>"
                        + TelegramHtml.text(Excerpt.within(instruction, LONGEST_INSTRUCTION))
                        + "</blockquote>";
    }

    private static String card(Card card, int longestText) {
        String name = card.name() == null ? "" : " " + card.name();
        String status = card.status().name().toLowerCase(Locale.ROOT);
        return Stream.of(
                        "<b>#" + card.number() + TelegramHtml.text(name) + "</b> · " + status,
                        "<blockquote>"
                                + TelegramHtml.escape(
                                        Excerpt.within(shown(card.text()), longestText))
                                + "</blockquote>",
                        row("When", card.when()),
                        row("Next", String.join("\n    ", card.next())),
                        row("Zone", card.zone()),
                        row("Owner", card.owner()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String shown(String text) {
        return TelegramHtml.inert(text);
    }

    private static String row(String term, String value) {
        return value.isBlank() ? "" : term + ": " + TelegramHtml.text(value);
    }

    /// @return absent when there is none to show
    static @Nullable InlineKeyboardMarkup keyboard(List<Button> buttons) {
        List<InlineKeyboardButton> keys =
                buttons.stream()
                        .filter(button -> fits(button.code()))
                        .<InlineKeyboardButton>map(button ->
                                InlineKeyboardButton.builder()
                                        .text(button.label())
                                        .callbackData(button.code())
                                        .build())
                        .toList();
        if (keys.isEmpty()) {
            return null;
        }
        int rows = (keys.size() + BUTTONS_IN_A_ROW - 1) / BUTTONS_IN_A_ROW;
        int perRow = (keys.size() + rows - 1) / rows;
        List<InlineKeyboardRow> keyboard = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += perRow) {
            keyboard.add(
                    new InlineKeyboardRow(
                            keys.subList(from, Math.min(from + perRow, keys.size()))));
        }
        return new InlineKeyboardMarkup(keyboard);
    }

    private static boolean fits(String code) {
        return code.getBytes(StandardCharsets.UTF_8).length <= LONGEST_CODE;
    }
}
