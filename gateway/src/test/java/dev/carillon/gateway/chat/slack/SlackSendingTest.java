package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.Button;
import dev.carillon.agent.outbox.ButtonAction;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.slack.FakeSlack.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.Ids;
import dev.carillon.scheduler.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes out to Slack, and what is made of its answers.
class SlackSendingTest {
    private static final Destination TEAM = Destination.of("slack", Happenings.TEAM);
    private static final RunId RUN = new RunId("0190-run");

    private final SlackPlatform platform = new SlackPlatform();
    private final FakeSlack slack = platform.slack();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void wordsAreSectionsAndButtonsStandBelow() {
        SendResult result = send("k1", message("**Stretch** <now>", Button.ofReminder(RUN), null));

        assertThat(result).isEqualTo(new SendResult.Delivered(shown().ts()));
        assertThat(shown().text()).isEqualTo("*Stretch* &lt;now&gt;");
        assertThat(shown().value("Done")).isEqualTo(new ButtonAction.Done(RUN).code());
        assertThat(shown().message().path("text").asText()).isEqualTo("Stretch &lt;now&gt;");
        JsonNode given = slack.calls("chat.postMessage").getLast().arguments();
        assertThat(given.path("unfurl_links").asText()).isIn("0", "false");
        assertThat(given.path("unfurl_media").asText()).isIn("0", "false");
    }

    @Test
    void anAnswerGoesIntoTheThreadItIsFor() {
        String root = slack.said(Happenings.TEAM, Happenings.inChannel("x"));
        Destination thread = new Destination("slack", Happenings.TEAM, root);

        platform.adapter().send(part("k", thread, "here"));

        assertThat(shown().thread()).isEqualTo(root);
    }

    /// To the channel instead would be to people who did not ask.
    @Test
    void whatIsForAThreadThatIsGoneGoesNowhereElse() {
        Destination gone = new Destination("slack", Happenings.TEAM, "1.000100");

        SendResult result = platform.adapter().send(part("k", gone, "here"));

        assertThat(result).isInstanceOf(SendResult.Refused.class);
        assertThat(slack.shown(Happenings.TEAM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "channel_not_found, Refused, /invite",
        "not_in_channel, Refused, /invite",
        "is_archived, Refused, archived",
        "msg_too_long, Refused, too long",
        "restricted_action, Refused, does not let",
        "something_new, Refused, something_new",
        "invalid_auth, Unavailable, xoxb-",
        "token_revoked, Unavailable, install the app",
        "account_inactive, Unavailable, install the app",
        "missing_scope, Unavailable, scope",
        "ratelimited, RateLimited, PT5S",
        "internal_error, Unknown, trouble",
        "fatal_error, Unknown, trouble",
    })
    void everyErrorOfSlackHasItsMeaningAndItsSentence(String error, String result, String says) {
        slack.answers("chat.postMessage", Reply.problem(error));

        assertThat(send("k", message("x", List.of(), null)))
                .asString()
                .startsWith(result)
                .contains(says);
    }

    @Test
    void slackIsObeyedWhenItWantsUsToWait() {
        slack.answers("chat.postMessage", Reply.tooMany(7));

        assertThat(send("k", message("x", List.of(), null)))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(7)));
    }

    @Test
    void withoutAConnectionNothingWasSent() {
        slack.close();

        assertThat(send(fresh(), message("x", List.of(), null)))
                .isInstanceOf(SendResult.Unavailable.class);
    }

    /// Slack tells no repeat by itself; it is looked for before it is sent again.
    @Test
    void whatArrivedAlthoughTheAnswerWasLostIsNotSentAgain() {
        slack.answers("chat.postMessage", Reply.cutAfterwards());
        String key = fresh();

        SendResult first = send(key, message("one", List.of(), null));
        SendResult second = send(key, message("one", List.of(), null));

        assertThat(first).isInstanceOf(SendResult.Unknown.class);
        assertThat(second).isEqualTo(new SendResult.Delivered(shown().ts()));
        assertThat(slack.shown(Happenings.TEAM)).hasSize(1);
    }

    @Test
    void whatDidNotArriveIsSentAgain() {
        slack.answers("chat.postMessage", Reply.serverError());
        String key = fresh();

        SendResult first = send(key, message("one", List.of(), null));
        SendResult second = send(key, message("one", List.of(), null));

        assertThat(first).isInstanceOf(SendResult.Unknown.class);
        assertThat(second).isInstanceOf(SendResult.Delivered.class);
        assertThat(slack.shown(Happenings.TEAM)).hasSize(1);
    }

    /// The process died between Slack's answer and its own note of it.
    @Test
    void afterARestartWhatWasSentBeforeIsFound() {
        String root = slack.said(Happenings.TEAM, Happenings.inChannel("x"));
        Destination thread = new Destination("slack", Happenings.TEAM, root);
        String key = fresh();
        SendResult first = platform.adapter().send(part(key, thread, "one"));
        platform.application().clock().advance(Duration.ofSeconds(1));

        try (ChatAdapter restarted = platform.adapter(platform.settings())) {
            SendResult second = restarted.send(part(key, thread, "one"));

            assertThat(second).isEqualTo(first);
            assertThat(slack.shown(Happenings.TEAM)).hasSize(1);
        }
    }

    /// Reading the channel for every message would be more than Slack bears.
    @Test
    void whatCannotHaveBeenSentBeforeIsNotLookedFor() {
        for (int i = 0; i < 5; i++) {
            send(fresh(), message("one", List.of(), null));
        }

        assertThat(slack.calls("conversations.history")).isEmpty();
        assertThat(slack.shown(Happenings.TEAM)).hasSize(5);
    }

    @Test
    void aBacklogIsLookedForInOneGo() {
        List<String> keys = List.of(fresh(), fresh(), fresh());
        platform.application().clock().advance(Duration.ofMinutes(2));

        keys.forEach(key -> send(key, message("one", List.of(), null)));

        assertThat(slack.calls("conversations.history")).hasSize(1);
        assertThat(slack.shown(Happenings.TEAM)).hasSize(3);
    }

    /// Nobody must be kept from hearing anything because the bot may not read.
    @Test
    void withoutTheScopeToReadMessagesAreSentAllTheSame() {
        slack.answers("conversations.history", Reply.problem("missing_scope"));

        assertThat(send("old-key", message("one", List.of(), null)))
                .isInstanceOf(SendResult.Delivered.class);
    }

    @Test
    void blocksThatSlackDoesNotTakeAreSentAsText() {
        slack.answers("chat.postMessage", Reply.problem("invalid_blocks"));

        SendResult result = send("k", message("**bold** & <!channel>", List.of(), null));

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(shown().text()).isEqualTo("**bold** &amp; &lt;!channel&gt;");
    }

    @Test
    void theOutcomeOfAPressTakesThePlaceOfTheButtons() {
        send("k1", message("stretch", Button.ofReminder(RUN), null));
        String id = shown().ts();

        SendResult result = send("k2", message("Done, well done.", List.of(), id));
        SendResult again = send("k2", message("Done, well done.", List.of(), id));

        assertThat(List.of(result, again)).containsOnly(new SendResult.Delivered(id));
        assertThat(shown().texts()).containsExactly("stretch", "Done, well done.");
        assertThat(shown().buttons()).isEmpty();
    }

    @Test
    void anOutcomeMayBringOtherButtonsAndTakesThePlaceOfAnEarlierOne() {
        send("k1", message("stretch", Button.ofReminder(RUN), null));
        String id = shown().ts();
        List<Button> done = List.of(Button.of("Undo", new ButtonAction.Done(RUN)));

        send("k2", message("Paused.", done, id));
        send("k3", message("Goes on.", List.of(), id));

        assertThat(shown().texts()).containsExactly("stretch", "Goes on.");
        assertThat(slack.shown(Happenings.TEAM)).hasSize(1);
    }

    @Test
    void theOutcomeIsAMessageOfItsOwnWhenTheOtherIsGone() {
        SendResult result = send("k2", message("Done.", List.of(), "1.000100"));

        assertThat(result).isEqualTo(new SendResult.Delivered(shown().ts()));
        assertThat(shown().text()).isEqualTo("Done.");
    }

    /// An id as the outbox makes them, of the moment at which the clock of the test stands.
    private String fresh() {
        UUID id = UUID.fromString(new Ids().next());
        Instant now = platform.application().clock().instant();
        long most = (now.toEpochMilli() << 16) | (id.getMostSignificantBits() & 0xffff);
        return new UUID(most, id.getLeastSignificantBits()).toString();
    }

    private FakeSlack.Shown shown() {
        return slack.shown(Happenings.TEAM).getLast();
    }

    private SendResult send(String key, OutboundMessage message) {
        return platform.adapter().send(new Part(key, TEAM, message));
    }

    static Part part(String key, Destination destination, String text) {
        return new Part(key, destination, message(text, List.of(), null));
    }

    private static OutboundMessage message(String text, List<Button> buttons, String edits) {
        return new OutboundMessage(
                text, TranscriptEntry.Origin.CHAT, null, List.of(), buttons, edits, null);
    }
}
