package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.OutboundMessage.Tag;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelegramMessagesTest {
    private static final Tag TAG =
            new Tag("s", "r", 3, "tea", "every day at 16:00", "make tea", null);

    @Test
    void aScheduledAnswerSaysWhatWokeItAndWhatItWasTold() {
        String html = TelegramMessages.html(message("The kettle is on.", TAG, List.of()));

        assertThat(html)
                .isEqualTo(
                        """
                        <i>⏰ #3 · every day at 16:00 · tea</i>
                        <blockquote expandable>make tea</blockquote>

                        The kettle is on.\
                        """);
    }

    /// To say a reminder's words twice helps nobody.
    @Test
    void aReminderSaysItsWordsOnce() {
        String html = TelegramMessages.html(message("make tea", TAG, List.of()));

        assertThat(html).isEqualTo("<i>⏰ #3 · every day at 16:00 · tea</i>\n\nmake tea");
    }

    @Test
    void aCardShowsTheExactTextAndWhenItComes() {
        String html = TelegramMessages.html(message("Done.", null, List.of(card("a *b* <c>"))));

        assertThat(html)
                .isEqualTo(
                        """
                        Done.

                        <b>#3 tea</b> · active
                        <blockquote>a *b* &lt;c&gt;</blockquote>
                        When: every day at 16:00
                        Next: Monday
                            Tuesday
                        Zone: Europe/Berlin
                        Owner: Anna\
                        """);
    }

    @Test
    void longCardsAreCutSoThatTheMessageFits() {
        OutboundMessage message =
                message(
                        "w".repeat(3_000),
                        TAG,
                        List.of(card("x".repeat(5_000)), card("y".repeat(5_000))));

        String html = TelegramMessages.html(message);

        assertThat(html).isNotNull().contains("xxx").contains("yyy…").contains("w".repeat(3_000));
        assertThat(FakeHtml.visible(html.replace(" expandable", "")).length())
                .isLessThanOrEqualTo(TelegramMessages.LONGEST);
    }

    /// Aligning can make a table much longer than it was written; nothing of it may be lost.
    @Test
    void aTableTooWideToAlignIsSentAsItWasWritten() {
        String table = "|a|b|\n|-|-|\n|" + "x".repeat(900) + "|1|\n" + "|y|2|\n".repeat(300);

        OutboundMessage message = message(table, null, List.of());

        assertThat(table).hasSizeLessThanOrEqualTo(TelegramMessages.LONGEST_WORDS);
        assertThat(TelegramMessages.html(message)).isNull();
        assertThat(TelegramMessages.plain(message)).isEqualTo(table);
    }

    @Test
    void buttonsStandInEvenRowsAndThoseThatDoNotFitAreLeftOut() {
        List<Button> buttons =
                List.of(
                        new Button("a", "1"),
                        new Button("b", "2"),
                        new Button("c", "3"),
                        new Button("d", "4"),
                        new Button("long", "x".repeat(65)));

        assertThat(TelegramMessages.keyboard(buttons).getKeyboard())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).hasSize(2));
        assertThat(TelegramMessages.keyboard(List.of())).isNull();
    }

    private static Card card(String text) {
        return new Card(
                new ScheduleId("s"),
                3,
                "tea",
                "message",
                text,
                "every day at 16:00",
                List.of("Monday", "Tuesday"),
                "Europe/Berlin",
                "Anna",
                Schedule.Status.ACTIVE);
    }

    private static OutboundMessage message(String text, Tag tag, List<Card> cards) {
        return new OutboundMessage(
                text, TranscriptEntry.Origin.CHAT, tag, cards, List.of(), null, null);
    }
}
