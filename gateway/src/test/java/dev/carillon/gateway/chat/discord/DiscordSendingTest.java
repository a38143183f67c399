package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.gateway.chat.discord.FakeDiscord.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.RunId;
import dev.carillon.scheduler.testing.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What goes out to Discord, and what is made of its answers.
class DiscordSendingTest {
    private static final String SEND = "POST channels/*/messages";
    private static final Destination CHANNEL = Destination.of("discord", Happenings.CHANNEL);
    private static final Destination ANNA = Destination.of("discord", Happenings.DIRECT);

    private final DiscordPlatform platform = new DiscordPlatform();
    private final FakeDiscord discord = platform.discord();

    @BeforeEach
    void connect() {
        platform.adapter();
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void marksAreDiscordsAndButtonsStandBelow() {
        RunId run = new RunId("0190-run");

        SendResult result =
                send(CHANNEL, message("**Stretch** <now>", Button.ofReminder(run), null));

        assertThat(result).isEqualTo(new SendResult.Delivered(shown().id()));
        assertThat(shown().text()).isEqualTo("**Stretch** <now>");
        assertThat(shown().code("Done")).isEqualTo(new ButtonAction.Done(run).code());
    }

    /// JDA has heard of neither since it connected.
    @Test
    void directMessagesAndThreadsThatAreNotCachedAreReached() {
        discord.hasThread("620", Happenings.CHANNEL);

        send(ANNA, message("to you"));
        send(new Destination("discord", Happenings.CHANNEL, "620"), message("to the thread"));

        assertThat(discord.shown())
                .extracting(FakeDiscord.Shown::channel)
                .containsExactly(Happenings.DIRECT, "620");
    }

    @Test
    void everyAnswerOfDiscordHasItsMeaning() {
        discord.answers(
                SEND,
                Reply.tooMany(7),
                Reply.problem(403, 50001, "Missing Access"),
                Reply.problem(403, 50013, "Missing Permissions"),
                Reply.problem(403, 50007, "Cannot send messages to this user"),
                Reply.problem(401, 0, "401: Unauthorized"),
                Reply.problem(401, 40001, "Unauthorized"),
                Reply.problem(500, 0, "500: Internal Server Error"));

        assertThat(send(CHANNEL, message("1")))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(7)));
        assertThat(send(CHANNEL, message("2"))).asString().contains("Refused", "View Channel");
        assertThat(send(CHANNEL, message("3"))).asString().contains("Refused", "Send Messages");
        assertThat(send(CHANNEL, message("4"))).asString().contains("Refused", "share a server");
        assertThat(send(CHANNEL, message("5"))).isInstanceOf(SendResult.Unavailable.class);
        assertThat(send(CHANNEL, message("6"))).isInstanceOf(SendResult.Unavailable.class);
        assertThat(send(CHANNEL, message("7"))).isInstanceOf(SendResult.Unknown.class);
        assertThat(send(Destination.of("discord", "12"), message("8")))
                .asString()
                .contains("Refused", "Unknown Channel");
    }

    /// The answer was lost, and the repeat is recognised by its nonce.
    @Test
    void aMessageWhoseAnswerWasLostIsThereOnceWhenItIsSentAgain() {
        discord.losesAnswers(
                SEND,
                () ->
                        assertThat(send(CHANNEL, message("one")))
                                .isInstanceOf(SendResult.Unknown.class));

        SendResult second = send(CHANNEL, message("one, sent again"));

        assertThat(second).isEqualTo(new SendResult.Delivered(shown().id()));
        assertThat(discord.shown()).hasSize(1);
        assertThat(shown().text()).isEqualTo("one");
    }

    /// Discord remembers nonces for some minutes; then people are told that it may be a copy.
    @Test
    void aRepeatThatComesTooLateSaysSo() {
        discord.losesAnswers(SEND, () -> send(CHANNEL, message("one")));

        discord.forgetNonces();
        send(CHANNEL, message("one, sent again"));

        assertThat(platform.adapter().recognisesRepeats()).isFalse();
        assertThat(platform.shown(CHANNEL)).containsExactly("one", "one, sent again");
    }

    @Test
    void aBadGatewayIsTriedAgainAtOnce() {
        discord.answers(SEND, Reply.badGateway());

        assertThat(send(CHANNEL, message("one"))).isInstanceOf(SendResult.Delivered.class);
    }

    @Test
    void withoutAConnectionNothingWasSent() {
        discord.closeRest();

        assertThat(send(CHANNEL, message("one"))).isInstanceOf(SendResult.Unavailable.class);
    }

    @Test
    void beforeItIsConnectedItCannotSend() {
        platform.unstarted().close();

        assertThat(platform.unstarted().canSend()).isFalse();
        assertThat(platform.unstarted().send(new Part("k", CHANNEL, message("one"))))
                .isInstanceOf(SendResult.Unavailable.class);
    }

    @Test
    void theOutcomeOfAPressIsWrittenBelowTheMessageOnce() {
        send(CHANNEL, message("stretch", Button.ofReminder(new RunId("r")), null));
        String id = shown().id();

        SendResult first = send(CHANNEL, message("Done.", List.of(), id));
        SendResult second = send(CHANNEL, message("Done.", List.of(), id));

        assertThat(second).isEqualTo(first).isEqualTo(new SendResult.Delivered(id));
        assertThat(shown().text()).isEqualTo("stretch\n\nDone.");
        assertThat(shown().components()).isEmpty();
    }

    @Test
    void anOutcomeThatDoesNotFitBelowIsAReply() {
        send(CHANNEL, message("a".repeat(1500), Button.ofReminder(new RunId("r")), null));
        String id = shown().id();

        send(CHANNEL, new Part("k2", CHANNEL, message("b".repeat(1500), List.of(), id)));

        assertThat(discord.shown().getFirst().components()).isEmpty();
        assertThat(shown().given().path("message_reference").path("message_id").asText())
                .isEqualTo(id);
    }

    @Test
    void anOutcomeOfAMessageThatIsGoneIsAMessage() {
        SendResult result = send(CHANNEL, message("Done.", List.of(), "12345"));

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(platform.shown(CHANNEL)).containsExactly("Done.");
    }

    @Test
    void typingIsShownUntilTheAnswerIsThere() {
        ShowsProgress progress = (ShowsProgress) platform.adapter();

        progress.typing(CHANNEL);
        progress.partial(CHANNEL, "turn", "The answer");

        Eventually.until(() -> discord.calls("POST channels/*/typing").size() == 1);
        send(CHANNEL, message("The answer is 42"));
        assertThat(discord.calls("POST channels/*/typing")).hasSize(1);
    }

    @Test
    void filesAreFetchedFromDiscordAndNowhereElse() throws IOException {
        String file = discord.address() + "/api/v10/users/@me";

        assertThatThrownBy(() -> platform.adapter().fetch("http://127.0.0.1:1/a.txt", 1000))
                .hasMessage("the file does not lie with Discord");
        assertThatThrownBy(() -> platform.adapter().fetch("https://cdn.discordapp.com.x.org/a", 9))
                .hasMessage("the file does not lie with Discord");
        assertThatThrownBy(() -> platform.adapter().fetch(file, 1000))
                .as("the token is not sent along")
                .hasMessage("Discord answered HTTP 401");
        String attachment = discord.address() + "/attachments/600/1/notes.txt";
        assertThat(platform.adapter().fetch(attachment, 1000))
                .isEqualTo("some notes".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> platform.adapter().fetch(attachment, 3))
                .hasMessageContaining("larger");
    }

    private FakeDiscord.Shown shown() {
        return discord.shown().getLast();
    }

    private SendResult send(Destination destination, OutboundMessage message) {
        return send(
                destination,
                new Part("key-" + message.edits() + destination, destination, message));
    }

    private SendResult send(Destination destination, Part part) {
        assertThat(part.destination()).isEqualTo(destination);
        return platform.adapter().send(part);
    }

    private static OutboundMessage message(String text) {
        return message(text, List.of(), null);
    }

    private static OutboundMessage message(String text, List<Button> buttons, String edits) {
        return new OutboundMessage(
                text, TranscriptEntry.Origin.CHAT, null, List.of(), buttons, edits, null);
    }
}
