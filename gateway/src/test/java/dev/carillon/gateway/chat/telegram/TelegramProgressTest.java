package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.gateway.chat.telegram.FakeBotApi.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is shown in a group on Telegram while the agent works.
class TelegramProgressTest {
    private static final Destination GROUP = Destination.of("telegram", "-100500");
    private static final Destination TOPIC = new Destination("telegram", "-100500", "7");

    private final TelegramPlatform platform = new TelegramPlatform();
    private final FakeBotApi api = platform.api();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void anAnswerGrowsInOneMessageWhichBecomesIt() {
        partial(GROUP, "The **answer**");
        until("The answer …");
        partial(GROUP, "The **answer** is");
        until("The answer is …");

        SendResult result = send(GROUP, "The **answer** is 42.");

        assertThat(result).isEqualTo(new SendResult.Delivered("1"));
        assertThat(platform.shown(GROUP)).containsExactly("The answer is 42.");
        assertThat(api.shown().getFirst().given().path("text").asText())
                .isEqualTo("The <b>answer</b> is 42.");
        assertThat(rows()).isEmpty();
    }

    @Test
    void itGrowsInTheTopicItBelongsTo() {
        api.hasTopic("-100500", 7);

        partial(TOPIC, "The answer");
        until("The answer …");
        send(TOPIC, "The answer is 42.");

        assertThat(api.shown())
                .singleElement()
                .extracting(FakeBotApi.Shown::thread, FakeBotApi.Shown::text)
                .containsExactly("7", "The answer is 42.");
    }

    /// Telegram counts what is changed in all topics of a group together.
    @Test
    void topicsOfAGroupChangeTheirMessagesInTurn() {
        GrowingMessages growing =
                new GrowingMessages(
                        sender(), platform.application().clock(), Duration.ofSeconds(4));
        api.hasTopic("-100500", 7);
        growing.begin(GROUP, "turn-1", "one");
        growing.begin(TOPIC, "turn-2", "two");
        platform.application().clock().advance(Duration.ofSeconds(4));

        SendResult first = growing.change(GROUP, "1", "one and");
        platform.application().clock().advance(Duration.ofSeconds(1));
        SendResult second = growing.change(TOPIC, "2", "two and");

        assertThat(first).isEqualTo(new SendResult.Delivered("1"));
        assertThat(second).isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(3)));
        assertThat(api.calls("editMessageText")).hasSize(1);
    }

    /// The answer to a change can be lost, and the change made again.
    @Test
    void aChangeThatChangesNothingIsNoFailure() {
        GrowingMessages growing =
                new GrowingMessages(sender(), platform.application().clock(), Duration.ZERO);
        growing.begin(GROUP, "turn-1", "The answer");

        SendResult same = growing.change(GROUP, "1", "The answer");

        assertThat(same).isEqualTo(new SendResult.Delivered("1"));
    }

    @Test
    void whatIsTakenBackTwiceIsGone() {
        GrowingMessages growing =
                new GrowingMessages(sender(), platform.application().clock(), Duration.ZERO);
        growing.begin(GROUP, "turn-1", "The answer");

        SendResult first = growing.remove(GROUP, "1");
        SendResult second = growing.remove(GROUP, "1");

        assertThat(List.of(first, second)).containsOnly(new SendResult.Delivered("1"));
        assertThat(api.shown()).isEmpty();
    }

    /// An admin of the group may delete it while it grows.
    @Test
    void anAnswerWhosePlaceIsGoneIsAMessageOfItsOwn() {
        partial(GROUP, "The answer");
        until("The answer …");
        api.deletes(1);

        SendResult result = send(GROUP, "The answer is 42.");

        assertThat(result).isEqualTo(new SendResult.Delivered("2"));
        assertThat(platform.shown(GROUP)).containsExactly("The answer is 42.");
    }

    /// The turn is run again after a crash, and has the same id.
    @Test
    void afterACrashItGoesOnGrowingInTheSameMessage() {
        partial(GROUP, "The ans");
        until("The ans …");
        Eventually.until(() -> rows().equals(List.of("1")));

        platform.restart(platform.open());
        partial(GROUP, "The answer is");
        until("The answer is …");
        send(GROUP, "The answer is 42.");

        assertThat(platform.shown(GROUP)).containsExactly("The answer is 42.");
    }

    @Test
    void whatNobodyGoesOnWithAfterACrashIsTakenBack() {
        partial(GROUP, "The ans");
        Eventually.until(() -> rows().equals(List.of("1")));
        platform.adapter().close();
        platform.application().clock().advance(Duration.ofMinutes(4));

        platform.restart(platform.open());

        Eventually.until(() -> platform.shown(GROUP).isEmpty());
        Eventually.until(() -> rows().isEmpty());
    }

    /// Telegram's pace is obeyed, and the whole answer is not worse for it.
    @Test
    void whenTelegramWantsUsToWaitItStillBecomesTheAnswer() {
        partial(GROUP, "The answer");
        until("The answer …");
        api.answers("editMessageText", Reply.tooMany(60));
        Eventually.until(() -> {
            partial(GROUP, "The answer is");
            platform.application().clock().advance(Duration.ofSeconds(1));
            return api.unused("editMessageText") == 0;
        });

        SendResult result = send(GROUP, "The answer is 42.");

        assertThat(result).isEqualTo(new SendResult.Delivered("1"));
        assertThat(platform.shown(GROUP)).containsExactly("The answer is 42.");
    }

    private MessageSender sender() {
        return platform.sender();
    }

    private List<String> rows() {
        return platform.application().rows("SELECT COALESCE(message_id, '-') FROM live_answer");
    }

    private void partial(Destination destination, String text) {
        ((ShowsProgress) platform.adapter()).partial(destination, "turn-1", text);
    }

    /// The pace of a group goes by the clock, which stands still here.
    private void until(String text) {
        Eventually.until(() -> {
            platform.application().clock().advance(Duration.ofMillis(20));
            return api.shown().stream().anyMatch(message -> message.text().equals(text));
        });
    }

    private SendResult send(Destination destination, String text) {
        return platform.adapter()
                .send(
                        new Part(
                                "key",
                                destination,
                                OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of())
                                        .ofTurn("turn-1")));
    }
}
