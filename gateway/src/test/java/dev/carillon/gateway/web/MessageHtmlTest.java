package dev.carillon.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.web.WebEvent;
import dev.carillon.gateway.chat.web.WebMessage;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageHtmlTest {
    private static final String HOSTILE = "\"><script>alert('1')</script>";
    private static final Instant AT = Instant.parse("2026-11-23T08:30:00.250Z");

    @Test
    void aScheduledMessageSaysWhichScheduleItCameFromAndWhatThatWasTold() {
        OutboundMessage.Tag tag =
                new OutboundMessage.Tag(
                        "s",
                        "r",
                        2,
                        "stand-up",
                        "every weekday at 09:30",
                        "ask for stand-up",
                        null);

        String html = html(message("What did you do?", null, tag, List.of(), List.of(), null));

        assertThat(html)
                .contains("#2 · every weekday at 09:30 · stand-up")
                .contains("<p>ask for stand-up</p>");
    }

    @Test
    void aReminderIsNotSaidTwice() {
        OutboundMessage.Tag tag =
                new OutboundMessage.Tag("s", "r", 1, null, "once", "water the plants", null);

        String html = html(message("water the plants", null, tag, List.of(), List.of(), null));

        assertThat(html).containsOnlyOnce("water the plants").doesNotContain("<details");
    }

    @Test
    void aCardShowsTheExactTextThatWasKept() {
        Card card = card("  *not* emphasised\n<b>", null, List.of());

        String html = CardHtml.of(card).source();

        assertThat(html).contains("<blockquote>  *not* emphasised\n&lt;b&gt;</blockquote>");
    }

    @Test
    void aCardSaysTheZoneOfItsTimesOnce() {
        Card card =
                card(
                        "x",
                        "stand-up",
                        List.of(
                                "Mon 23 Nov 2026, 09:30 (Europe/Berlin, +01:00)",
                                "Tue 24 Nov 2026, 09:30 (Europe/Berlin, +01:00)"));

        String html = CardHtml.of(card).source();

        assertThat(html)
                .contains("<span>Mon 23 Nov 2026, 09:30</span>")
                .contains("<span>Tue 24 Nov 2026, 09:30</span>")
                .containsOnlyOnce("Europe/Berlin, +01:00");
    }

    @Test
    void aCardSaysTheOffsetOfEachTimeWhenTheClocksChangeBetweenThem() {
        String before = "Sat 27 Mar 2027, 09:30 (Europe/Berlin, +01:00)";
        String after = "Sun 28 Mar 2027, 09:30 (Europe/Berlin, +02:00)";
        Card card = card("x", null, List.of(before, after));

        String html = CardHtml.of(card).source();

        assertThat(html).contains("<span>" + before + "</span>", "<span>" + after + "</span>");
    }

    @Test
    void nothingThatAnybodyWroteBecomesMarkup() {
        OutboundMessage.Tag tag =
                new OutboundMessage.Tag(HOSTILE, HOSTILE, 1, HOSTILE, HOSTILE, HOSTILE, null);
        WebMessage message =
                message(
                        "hello",
                        HOSTILE,
                        tag,
                        List.of(card(HOSTILE, HOSTILE, List.of(HOSTILE))),
                        List.of(new Button(HOSTILE, HOSTILE)),
                        HOSTILE);

        String html = html(message);

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void theEventOfAMessageIsKnownByTheTimeOfItsChange() {
        WebMessage message = message("hello", null, null, List.of(), List.of(), null);

        var events = PageEvents.of(new WebEvent.Message(message));

        assertThat(events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getId())
                            .isEqualTo(String.valueOf(AT.plusSeconds(60).toEpochMilli()));
                    assertThat(event.getName()).isEqualTo("message");
                });
    }

    @Test
    void anAnswerUnderWayIsAsHarmlessAsAMessage() {
        var events = PageEvents.of(new WebEvent.Partial("turn", "**so far** <script>"));

        assertThat(events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getName()).isEqualTo("partial");
                    assertThat(event.getData())
                            .asString()
                            .contains("<strong>so far</strong> &lt;script&gt;");
                });
    }

    private static String html(WebMessage message) {
        return MessageHtml.of(message).source();
    }

    private static Card card(String text, @Nullable String name, List<String> next) {
        return new Card(
                new ScheduleId("s"),
                2,
                name,
                "message",
                text,
                "every weekday at 09:30",
                next,
                "Europe/Berlin",
                "ann",
                Schedule.Status.ACTIVE);
    }

    private static WebMessage message(
            String text,
            @Nullable String sender,
            OutboundMessage.@Nullable Tag tag,
            List<Card> cards,
            List<Button> buttons,
            @Nullable String outcome) {
        return new WebMessage(
                "m",
                "main",
                TranscriptEntry.Role.AGENT,
                TranscriptEntry.Origin.CHAT,
                sender,
                text,
                AT,
                tag,
                cards,
                buttons,
                outcome,
                AT.plusSeconds(60));
    }
}
