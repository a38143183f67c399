package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.gateway.chat.slack.FakeSlack.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is shown in Slack while the agent works.
class SlackProgressTest {
    private static final Destination TEAM = Destination.of("slack", Happenings.TEAM);

    private final SlackPlatform platform = new SlackPlatform();
    private final FakeSlack slack = platform.slack();
    private final ShowsProgress progress = (ShowsProgress) platform.adapter();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void anAnswerGrowsInOneMessageWhichBecomesIt() {
        progress.partial(TEAM, "turn-1", "The **answer");
        Eventually.until(() -> texts().equals(List.of("The **answer …")));
        progress.partial(TEAM, "turn-1", "The **answer** is");
        Eventually.until(() -> texts().equals(List.of("The *answer* is …")));
        assertThat(slack.shown(Happenings.TEAM).getFirst().message().path("text").asText())
                .as("what notifications show")
                .isEqualTo("The answer is …");
        String id = slack.shown(Happenings.TEAM).getFirst().ts();

        SendResult result = send("The **answer** is 42.");

        assertThat(result).isEqualTo(new SendResult.Delivered(id));
        assertThat(texts()).containsExactly("The *answer* is 42.");
    }

    @Test
    void anAnswerThatHasToWaitTakesItsPlaceAfterwards() {
        progress.partial(TEAM, "turn-1", "The answer");
        Eventually.until(() -> texts().size() == 1);
        progress.partial(TEAM, "turn-1", "The answer");
        slack.answers("chat.update", Reply.tooMany(3), Reply.cutAfterwards());

        SendResult first = send("The answer is 42.");
        SendResult second = send("The answer is 42.");
        SendResult third = send("The answer is 42.");

        assertThat(first).isInstanceOf(SendResult.RateLimited.class);
        assertThat(second).isInstanceOf(SendResult.Unknown.class);
        assertThat(third).isInstanceOf(SendResult.Delivered.class);
        assertThat(texts()).containsExactly("The answer is 42.");
    }

    /// Somebody deleted the message that grew.
    @Test
    void anAnswerWhosePlaceIsGoneIsAMessageOfItsOwn() {
        progress.partial(TEAM, "turn-1", "The answer");
        Eventually.until(() -> texts().size() == 1);
        slack.answers("chat.update", Reply.problem("message_not_found"));

        SendResult result = send("The answer is 42.");

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(texts()).containsExactly("The answer …", "The answer is 42.");
    }

    @Test
    void aStatusIsShownOnlyInThreadsOfADirectTalk() {
        progress.typing(TEAM);
        progress.typing(new Destination("slack", Happenings.TEAM, "1.000100"));
        progress.typing(Destination.of("slack", Happenings.DIRECT));
        progress.typing(new Destination("slack", Happenings.DIRECT, "1.000100"));

        Eventually.until(() -> !slack.calls("assistant.threads.setStatus").isEmpty());
        assertThat(slack.calls("assistant.threads.setStatus"))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.arguments().path("channel_id").asText())
                                .isEqualTo(Happenings.DIRECT));
    }

    private List<String> texts() {
        return slack.shown(Happenings.TEAM).stream().map(FakeSlack.Shown::text).toList();
    }

    private SendResult send(String text) {
        OutboundMessage answer =
                OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of())
                        .ofTurn("turn-1");
        return platform.adapter().send(new Part("k", TEAM, answer));
    }
}
