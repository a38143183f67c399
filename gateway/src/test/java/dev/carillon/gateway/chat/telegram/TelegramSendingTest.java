package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.gateway.chat.telegram.FakeBotApi.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes out to Telegram, and what is made of its answers.
class TelegramSendingTest {
    private static final Destination ANNA = Destination.of("telegram", Happenings.ANNA);
    private static final Destination GROUP = Destination.of("telegram", "-100500");

    private final TelegramPlatform platform = new TelegramPlatform();
    private final FakeBotApi api = platform.api();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void marksAreSentAsHtmlAndButtonsBelow() {
        RunId run = new RunId("0190-run");

        SendResult result = send(ANNA, message("**Stretch** <now>", Button.ofReminder(run), null));

        assertThat(result).isEqualTo(new SendResult.Delivered("1"));
        assertThat(shown().given().path("text").asText()).isEqualTo("<b>Stretch</b> &lt;now&gt;");
        assertThat(shown().code("Done")).isEqualTo(new ButtonAction.Done(run).code());
        assertThat(shown().keyboard()).hasSize(2);
    }

    @Test
    void anAnswerGoesIntoTheTopicItIsFor() {
        api.hasTopic("-100500", 7);
        Destination topic = new Destination("telegram", "-100500", "7");

        send(topic, message("here"));

        assertThat(shown().thread()).isEqualTo("7");
    }

    /// To General instead would be to people who did not ask.
    @Test
    void whatIsForATopicThatIsGoneGoesNowhereElse() {
        Destination gone = new Destination("telegram", "-100500", "8");

        assertThat(send(gone, message("here"))).isInstanceOf(SendResult.Refused.class);
        assertThat(api.shown()).isEmpty();
    }

    @Test
    void whatTelegramCannotReadIsSentWithoutMarks() {
        api.answers(
                "sendMessage",
                Reply.problem(400, "Bad Request: can't parse entities: Unsupported start tag"));

        SendResult result = send(ANNA, message("**bold** & <plain>"));

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(shown().text()).isEqualTo("**bold** & <plain>");
        assertThat(shown().given().has("parse_mode")).isFalse();
    }

    @Test
    void everyAnswerOfTelegramHasItsMeaning() {
        api.answers(
                "sendMessage",
                Reply.tooMany(7),
                Reply.problem(403, "Forbidden: bot was blocked by the user"),
                Reply.problem(401, "Unauthorized"),
                Reply.badGateway(),
                Reply.problem(500, "Internal Server Error"));

        assertThat(send(ANNA, message("1")))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(7)));
        assertThat(send(GROUP, message("2")))
                .asString()
                .startsWith("Refused")
                .contains("blocked by the user");
        assertThat(send(ANNA, message("3"))).isInstanceOf(SendResult.Unavailable.class);
        assertThat(send(ANNA, message("4"))).isInstanceOf(SendResult.Unknown.class);
        assertThat(send(ANNA, message("5"))).isInstanceOf(SendResult.Unknown.class);
        assertThat(send(Destination.of("telegram", "12"), message("6")))
                .asString()
                .startsWith("Refused")
                .contains("chat not found");
    }

    /// Whether it arrived cannot be known, and this one did.
    @Test
    void aConnectionThatBreaksLeavesItOpenWhetherAMessageArrived() {
        api.answers("sendMessage", Reply.cutAfterwards());

        SendResult result = send(ANNA, message("one"));

        assertThat(result).isInstanceOf(SendResult.Unknown.class);
        assertThat(api.shown()).hasSize(1);
    }

    @Test
    void withoutAConnectionNothingWasSent() {
        api.close();

        assertThat(send(ANNA, message("one"))).isInstanceOf(SendResult.Unavailable.class);
    }

    @Test
    void aGroupThatMovedIsFollowed() {
        api.knows("-33").moves("-33", "-100500");

        SendResult first = send(Destination.of("telegram", "-33"), message("one"));
        SendResult second = send(Destination.of("telegram", "-33"), message("two"));

        assertThat(List.of(first, second)).hasOnlyElementsOfType(SendResult.Delivered.class);
        assertThat(platform.shown(GROUP)).containsExactly("one", "two");
        assertThat(api.calls("sendMessage")).hasSize(3);
    }

    /// After a restart or a week the words of a message are not known here any more.
    @Test
    void anOutcomeIsAReplyWhereTheWordsOfTheMessageAreNotKnown() {
        send(ANNA, message("stretch", Button.ofReminder(new RunId("r")), null));

        SendResult result = send(ANNA, message("Done.", List.of(), "1"));

        assertThat(result).isEqualTo(new SendResult.Delivered("2"));
        assertThat(api.shown().getFirst().keyboard()).isEmpty();
        assertThat(shown().given().path("reply_parameters").path("message_id").asInt()).isOne();
    }

    /// The answer to an edit can be lost; doing it again must not count as a failure.
    @Test
    void anEditThatChangesNothingIsDone() {
        platform.adapter().start();
        send(ANNA, message("stretch", Button.ofReminder(new RunId("r")), null));
        api.happens(Happenings.pressed(shown(), "done:r"));
        Eventually.until(() -> platform.received().size() == 1);

        SendResult first = send(ANNA, message("Done.", List.of(), "1"));
        SendResult second = send(ANNA, message("Done.", List.of(), "1"));

        assertThat(second).isEqualTo(first).isEqualTo(new SendResult.Delivered("1"));
        assertThat(shown().text()).isEqualTo("stretch\n\nDone.");
        assertThat(shown().given().path("entities").get(0).path("type").asText())
                .isEqualTo("italic");
    }

    @Test
    void typingIsShownUntilTheAnswerIsThereAndDraftsToOnePersonOnly() {
        ShowsProgress progress = (ShowsProgress) platform.adapter();

        progress.typing(ANNA);
        progress.partial(ANNA, "turn-1", "The answer");
        progress.typing(GROUP);
        progress.partial(GROUP, "turn-2", "The answer");

        Eventually.until(() -> !api.calls("sendMessageDraft").isEmpty());
        Eventually.until(() -> !api.calls("sendChatAction").isEmpty());
        send(ANNA, message("The answer is 42"));
        send(GROUP, message("The answer is 42"));
        assertThat(api.calls("sendMessageDraft"))
                .allSatisfy(call ->
                        assertThat(call.arguments().path("chat_id").asText())
                                .isEqualTo(Happenings.ANNA));
    }

    private FakeBotApi.Shown shown() {
        return api.shown().getLast();
    }

    private SendResult send(Destination destination, OutboundMessage message) {
        return platform.adapter().send(new Part("key", destination, message));
    }

    private static OutboundMessage message(String text) {
        return message(text, List.of(), null);
    }

    private static OutboundMessage message(String text, List<Button> buttons, String edits) {
        return new OutboundMessage(
                text, TranscriptEntry.Origin.CHAT, null, List.of(), buttons, edits, null);
    }
}
