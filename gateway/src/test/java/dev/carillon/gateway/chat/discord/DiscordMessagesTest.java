package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscordMessagesTest {
    @Test
    void nobodyIsCalledWhateverTheTextSays() {
        JsonNode json = DiscordMessages.message("k", message("@everyone <@777> <@&5>"));

        assertThat(json.path("content").asText()).isEqualTo("@everyone <@777> <@&5>");
        assertThat(json.path("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
    }

    @Test
    void theNonceIsThatOfTheKeyAndShortEnough() {
        String key = "01932f6e-0000-7000-8000-000000000000.12";

        JsonNode json = DiscordMessages.message(key, message("a"));

        assertThat(json.path("nonce").asText())
                .hasSizeLessThanOrEqualTo(25)
                .isEqualTo(DiscordMessages.nonce(key))
                .isNotEqualTo(DiscordMessages.nonce(key + "3"));
        assertThat(json.path("enforce_nonce").asBoolean()).isTrue();
    }

    @Test
    void buttonsStandInRowsOfFive() {
        List<Button> buttons =
                IntStream.range(0, 7)
                        .mapToObj(
                                i -> Button.of("b" + i, new ButtonAction.Done(new RunId("r" + i))))
                        .toList();

        JsonNode rows = DiscordMessages.body("text", buttons).path("components");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("components")).hasSize(5);
        assertThat(rows.get(1).path("components")).hasSize(2);
    }

    @Test
    void aTagSaysWhichScheduleItIsAndWhatItWasTold() {
        OutboundMessage.Tag tag =
                new OutboundMessage.Tag("s", "r", 3, "digest", "every day at 9", "sum up", null);

        String text = MessageText.of(message("The news.", tag, List.of()));

        assertThat(text).isEqualTo("-# ⏰ #3 · every day at 9 · digest\n> sum up\n\nThe news.");
    }

    @Test
    void aCardIsShownWhole() {
        String text = MessageText.of(message("Made.", null, List.of(card(1, "*stretch*"))));

        assertThat(text)
                .isEqualTo(
                        """
                        Made.

                        **#1** · active
                        > \\*stretch\\*
                        When: every day
                        Next: Mon 9:00; Tue 9:00
                        Zone: Europe/Berlin
                        Owner: Anna\
                        """);
    }

    @Test
    void manyCardsAreShownAsShortlyAsNeeded() {
        String few = shown(8, 300);
        String many = shown(30, 300);
        String tooMany = shown(200, 300);

        assertThat(few).contains("> xxx", "#8", "Owner");
        assertThat(many).contains("#30").doesNotContain("Owner");
        assertThat(tooMany).contains("#1 ".strip(), "more: /schedules");
        assertThat(List.of(few, many, tooMany))
                .allSatisfy(
                        text -> assertThat(text).hasSizeLessThanOrEqualTo(DiscordMessages.LONGEST));
    }

    private static String shown(int cards, int length) {
        List<Card> all =
                IntStream.rangeClosed(1, cards)
                        .mapToObj(number -> card(number, "x".repeat(length)))
                        .toList();
        return MessageText.of(message("Here.", null, all));
    }

    private static Card card(int number, String text) {
        return new Card(
                new ScheduleId("s" + number),
                number,
                null,
                "message",
                text,
                "every day",
                List.of("Mon 9:00", "Tue 9:00"),
                "Europe/Berlin",
                "Anna",
                Schedule.Status.ACTIVE);
    }

    static OutboundMessage message(String text) {
        return message(text, null, List.of());
    }

    private static OutboundMessage message(String text, OutboundMessage.Tag tag, List<Card> cards) {
        return new OutboundMessage(
                text, TranscriptEntry.Origin.CHAT, tag, cards, List.of(), null, null);
    }
}
