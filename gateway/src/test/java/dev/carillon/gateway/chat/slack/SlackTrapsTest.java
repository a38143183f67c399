package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.SlackSignature.Generator;
import dev.carillon.agent.Card;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.slack.FakeSlack.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.Schedule;
import dev.carillon.scheduler.ScheduleId;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Slack and its library do that one does not expect, as far as it is tested nowhere else; the
/// page of traps lists them all.
class SlackTrapsTest {
    private static final Destination TEAM = Destination.of("slack", Happenings.TEAM);
    private static final String POST = "chat.postMessage";

    private final SlackPlatform platform = new SlackPlatform();
    private final FakeSlack slack = platform.slack();

    @AfterEach
    void close() {
        platform.close();
    }

    /// The library reads any 200 as Slack's word; whether Slack got the message nobody can tell.
    @Test
    void aPageInsteadOfAnAnswerLeavesItOpenAndNothingIsSentTwice() {
        slack.answers(POST, page(true), page(false));

        SendResult first = send("k1", "one");
        SendResult second = send("k1", "one");
        SendResult third = send("k2", "two");
        SendResult fourth = send("k2", "two");

        assertThat(first).isInstanceOf(SendResult.Unknown.class);
        assertThat(second).isInstanceOf(SendResult.Delivered.class);
        assertThat(third).isInstanceOf(SendResult.Unknown.class);
        assertThat(fourth).isInstanceOf(SendResult.Delivered.class);
        assertThat(platform.shown(TEAM)).containsExactly("one", "two");
    }

    @Test
    void aPageInsteadOfAnAnswerAtTheStartIsSaidAndTriedAgain() {
        slack.answers("auth.test", page(false));
        platform.adapter().start();

        Eventually.until(() -> platform.adapter().health() instanceof Health.Troubled);

        assertThat(platform.adapter().health()).asString().contains("api_url");
        Eventually.until(() -> platform.adapter().health() instanceof Health.Ready);
    }

    /// It is told as an event, on a connection that goes on as if nothing had happened.
    @ParameterizedTest
    @ValueSource(strings = {"tokens_revoked", "app_uninstalled"})
    void aTokenThatIsTakenAwayIsSaidBeforeItIsUsed(String type) {
        platform.start();
        Eventually.until(() -> platform.adapter().health() instanceof Health.Ready);
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);

        platform.tell("events_api", Happenings.event(event));

        assertThat(platform.adapter().health())
                .asString()
                .startsWith("Troubled")
                .contains("install the app again");
    }

    /// About 13 200 characters, for which Slack names no number.
    @Test
    void moreBlocksThanSlackBearsAreSentAsText() {
        slack.answers(POST, Reply.problem("msg_blocks_too_long"));

        SendResult result = send("k1", "hello");

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(slack.shown(Happenings.TEAM).getLast().message().has("blocks")).isFalse();
        assertThat(platform.shown(TEAM)).containsExactly("hello");
    }

    /// The fake refuses more than 13 200, so that this shows that nothing comes near.
    @Test
    void theLongestMessageThereIsIsTakenAsItIs() {
        Card card =
                new Card(
                        new ScheduleId("s"),
                        7,
                        "a".repeat(80),
                        "message",
                        "&".repeat(3000),
                        "every day at nine",
                        List.of("Mon", "Tue", "Wed"),
                        "Europe/Berlin",
                        "Anna",
                        Schedule.Status.ACTIVE);
        OutboundMessage message =
                new OutboundMessage(
                        "&".repeat(platform.adapter().limits().textLength()),
                        TranscriptEntry.Origin.CHAT,
                        null,
                        List.of(card, card),
                        Button.ofReminder(new RunId("r")),
                        null,
                        null);

        SendResult result = platform.adapter().send(new Part("k1", TEAM, message));

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(slack.calls(POST)).as("taken at the first try").hasSize(1);
    }

    /// What notifications and screen readers show of a message that was changed.
    @Test
    void whereBlocksAreNotShownTheWordsAndTheOutcomeAre() {
        OutboundMessage reminder =
                new OutboundMessage(
                        "stretch",
                        TranscriptEntry.Origin.CHAT,
                        null,
                        List.of(),
                        Button.ofReminder(new RunId("r")),
                        null,
                        null);
        platform.adapter().send(new Part("k1", TEAM, reminder));
        String id = slack.shown(Happenings.TEAM).getLast().ts();

        platform.adapter()
                .send(
                        new Part(
                                "k2",
                                TEAM,
                                new OutboundMessage(
                                        "Done by Anna.",
                                        TranscriptEntry.Origin.COMMAND,
                                        null,
                                        List.of(),
                                        List.of(),
                                        id,
                                        null)));

        assertThat(slack.shown(Happenings.TEAM).getLast().message().path("text").asText())
                .contains("stretch", "Done by Anna.");
    }

    /// With a right signature it comes from Slack, and a server error would have it sent for ever.
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "payload=%7B", "payload=", "a=%zz"})
    void whatIsSignedAndCannotBeReadIsLeftAside(String body) {
        try (ChatAdapter overHttp = platform.adapter(platform.overHttp())) {
            overHttp.start();
            Eventually.until(() -> overHttp.health() instanceof Health.Ready);

            SlackDoor.Reply reply = post(body);

            assertThat(reply.status()).isIn(200, 400);
            assertThat(platform.received()).isEmpty();
        }
    }

    /// The library remembers a refusal for ten minutes and turns everything away meanwhile.
    @Test
    void whileItIsNotKnownWhoTheBotIsSlackIsToldToComeAgain() {
        slack.answers("auth.test", Reply.problem("internal_error"));
        try (ChatAdapter overHttp = platform.adapter(platform.overHttp())) {
            String event = Happenings.direct("hello").toString();
            SlackDoor.Reply before = post(event);
            overHttp.start();
            Eventually.until(() -> overHttp.health() instanceof Health.Ready);

            SlackDoor.Reply after = post(event);

            assertThat(before.status()).isEqualTo(503);
            assertThat(after.status()).isEqualTo(200);
            assertThat(platform.received()).hasSize(1);
        }
    }

    /// The library takes an empty secret for another one, which everybody can read in its source.
    @Test
    void theSecretThatTheLibraryFallsBackToOpensNothing() {
        try (ChatAdapter overHttp = platform.adapter(platform.overHttp())) {
            overHttp.start();
            Eventually.until(() -> overHttp.health() instanceof Health.Ready);
            String event = Happenings.direct("let me in").toString();

            assertThat(post(event, "---", 0).status()).isEqualTo(401);
            assertThat(post(event, SlackPlatform.SECRET, 0).status()).isEqualTo(200);
        }
    }

    /// The library refuses what is five minutes old, and nothing that is of tomorrow.
    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void whatIsSignedForAnotherTimeIsRefused(long off) {
        try (ChatAdapter overHttp = platform.adapter(platform.overHttp())) {
            overHttp.start();
            Eventually.until(() -> overHttp.health() instanceof Health.Ready);

            SlackDoor.Reply reply =
                    post(Happenings.direct("hello").toString(), SlackPlatform.SECRET, off);

            assertThat(reply.status()).isEqualTo(401);
        }
    }

    private SlackDoor.Reply post(String body) {
        return post(body, SlackPlatform.SECRET, 0);
    }

    private SlackDoor.Reply post(String body, String secret, long off) {
        String timestamp = String.valueOf(TestApplication.START.plusSeconds(off).getEpochSecond());
        String type =
                body.contains("=")
                        ? "application/x-www-form-urlencoded"
                        : "application/json; charset=utf-8";
        return platform.gateways()
                .door("slack")
                .orElseThrow()
                .take(
                        body,
                        Map.of("Content-Type", List.of(type)),
                        timestamp,
                        new Generator(secret).generate(timestamp, body));
    }

    private SendResult send(String key, String text) {
        return platform.adapter().send(SlackSendingTest.part(key, TEAM, text));
    }

    private static Reply page(boolean happensAnyway) {
        return new Reply(
                200,
                "text/html",
                "<html><body>Sign in to go on</body></html>",
                null,
                happensAnyway);
    }
}
