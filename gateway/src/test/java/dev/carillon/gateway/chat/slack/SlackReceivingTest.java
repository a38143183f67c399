package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayConfig.Threads;
import dev.carillon.gateway.chat.Part;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What comes in from Slack.
class SlackReceivingTest {
    private static final String EVENTS = "events_api";

    private final SlackPlatform platform = new SlackPlatform();
    private final FakeSlack slack = platform.slack();

    @AfterEach
    void close() {
        assertThat(slack.sockets().wrongs()).isEmpty();
        platform.close();
    }

    @Test
    void whatIsSaidAloneWithTheBotIsTakenInWithNameAndZone() {
        platform.start();

        platform.tell(EVENTS, Happenings.direct("remind me &amp; Ben at &lt;9"));

        assertThat(platform.received())
                .containsExactly("remind me & Ben at <9 @DANNA/ by UANNA Anna");
        assertThat(platform.application().rows("SELECT zone FROM known_zone"))
                .contains("Europe/Lisbon");
    }

    /// Slack tells a mention as two events of different ids, and each of them again if we are slow.
    @Test
    void aMentionIsTakenInOnceHoweverOftenItIsTold() {
        platform.start();
        ObjectNode message = Happenings.message(Happenings.TEAM, "channel", "<@UBOT> hello");
        ObjectNode mention = message.deepCopy();
        mention.put("type", "app_mention").remove("channel_type");

        platform.tell(EVENTS, Happenings.event(mention));
        platform.tell(EVENTS, Happenings.event(message));
        platform.tell(EVENTS, Happenings.event(message));

        assertThat(platform.received()).containsExactly("hello @CTEAM/ by UANNA Anna");
    }

    @Test
    void inAChannelItAnswersWhatIsSaidToIt() {
        platform.start();
        String root = slack.said(Happenings.TEAM, message("lunch?"));
        platform.adapter().send(part(new Destination("slack", Happenings.TEAM, root), "At noon."));

        platform.tell(EVENTS, Happenings.inChannel("nice weather"));
        platform.tell(EVENTS, Happenings.inChannel("hi <@UBOT|carillon>"));
        platform.tell(EVENTS, Happenings.event(inThread("in a thread", "123.000100")));
        platform.tell(EVENTS, Happenings.event(inThread("where it spoke", root)));
        platform.tell(
                EVENTS,
                Happenings.event(
                        inThread("below its own message", "124.000100")
                                .put("parent_user_id", "UBOT")));

        assertThat(platform.received())
                .containsExactly(
                        "hi @CTEAM/ by UANNA Anna",
                        "where it spoke @CTEAM/" + root + " by UANNA Anna",
                        "below its own message @CTEAM/124.000100 by UANNA Anna");
    }

    @Test
    void aMentionCanBeginAThread() {
        platform.restart(platform.settings(Threads.ALWAYS, Activation.REPLY));
        Eventually.until(() -> !slack.sockets().open().isEmpty());
        ObjectNode message = Happenings.message(Happenings.TEAM, "channel", "<@UBOT> hello");
        String ts = message.path("ts").asText();

        platform.tell(EVENTS, Happenings.event(message));
        platform.tell(EVENTS, Happenings.direct("hello"));

        assertThat(platform.received())
                .containsExactly(
                        "hello @CTEAM/" + ts + " by UANNA Anna", "hello @DANNA/ by UANNA Anna");
    }

    @Test
    void whatTheBotSaidItselfAndWhatHappenedToMessagesIsLeftAside() {
        platform.start();

        platform.tell(EVENTS, Happenings.event(direct("mine").put("bot_id", "BBOT")));
        platform.tell(EVENTS, Happenings.event(direct("mine").put("user", "UBOT")));
        platform.tell(EVENTS, Happenings.event(direct("x").put("subtype", "message_changed")));
        platform.tell(EVENTS, Happenings.event(direct("x").put("subtype", "message_deleted")));
        platform.tell(EVENTS, Happenings.event(direct("x").put("subtype", "channel_join")));
        platform.tell(EVENTS, Happenings.event(direct("yes").put("subtype", "me_message")));

        assertThat(platform.received()).containsExactly("yes @DANNA/ by UANNA Anna");
    }

    /// Slack has no slash commands in threads.
    @Test
    void aCommandCanBeWrittenWithAnExclamationMark() {
        platform.start();

        platform.tell(EVENTS, Happenings.direct("!snooze 10 minutes"));
        platform.tell(EVENTS, Happenings.inChannel("<@UBOT> /schedules"));
        platform.tell(EVENTS, Happenings.direct("!wow"));

        assertThat(platform.received())
                .extracting(row -> row.replaceFirst(" @.*", ""))
                .containsExactly("/snooze 10 minutes", "/schedules", "!wow");
    }

    @Test
    void namesAndLinksAreReadAsPeopleSeeThem() {
        slack.hasUser("UBEN", "Ben", "");
        platform.start();

        platform.tell(
                EVENTS,
                Happenings.direct(
                        "ask <@UBEN> and <@U404> in <#C1|ops> about <https://example.org/a|this>"
                                + " <https://example.org> <mailto:a@b.org|a@b.org> <!here>"));

        assertThat(platform.received())
                .singleElement()
                .asString()
                .startsWith(
                        "ask @Ben and @U404 in #ops about this (https://example.org/a)"
                                + " https://example.org a@b.org @here @DANNA");
    }

    @Test
    void aSlashCommandIsTakenInAndShownInTheChannel() {
        platform.start();

        JsonNode shown = platform.tell("slash_commands", command("/carillon", "remind in 5m tea"));
        platform.tell("slash_commands", command("/schedules", ""));
        platform.tell("slash_commands", command("/carillon", ""));
        platform.tell("slash_commands", command("/carillon", "what is for lunch?"));

        assertThat(platform.received())
                .extracting(row -> row.replaceFirst(" @.*", ""))
                .containsExactly("/remind in 5m tea", "/schedules", "/help", "what is for lunch?");
        assertThat(shown.path("payload").path("response_type").asText()).isEqualTo("in_channel");
        assertThat(shown.path("payload").path("text").asText())
                .isEqualTo("<@UANNA>: /remind in 5m tea");
    }

    /// An answer would reach nobody there, and nobody would learn why.
    @Test
    void whereTheBotIsNotACommandIsNotTakenAndSaysWhy() {
        slack.hasForeign("CFAR");
        platform.start();

        JsonNode there =
                platform.tell(
                        "slash_commands", Happenings.command("CFAR", "/carillon", "schedules"));
        JsonNode hidden =
                platform.tell(
                        "slash_commands", Happenings.command("GHIDDEN", "/carillon", "schedules"));

        assertThat(List.of(there, hidden))
                .allSatisfy(ack -> {
                    assertThat(ack.path("payload").path("response_type").asText())
                            .isEqualTo("ephemeral");
                    assertThat(ack.path("payload").path("text").asText()).contains("/invite");
                });
        assertThat(platform.received()).isEmpty();
    }

    @Test
    void whoIsNotLetInIsToldSoAloneWhenPressingAButton() {
        platform.start();
        platform.adapter().send(part(Destination.of("slack", Happenings.TEAM), "old"));

        platform.tell(
                "interactive",
                Happenings.pressed(slack, slack.shown(Happenings.TEAM).getLast(), "what-is-this"));

        Eventually.until(() -> !slack.whispers().isEmpty());
        JsonNode whisper = slack.whispers().getFirst();
        assertThat(whisper.path("text").asText()).isEqualTo("This button is out of date.");
        assertThat(whisper.path("replace_original").asBoolean()).isFalse();
        assertThat(platform.received()).isEmpty();
    }

    @Test
    void aPressIsTakenInWithItsMessage() {
        platform.start();
        platform.adapter().send(part(Destination.of("slack", Happenings.TEAM), "stretch"));
        FakeSlack.Shown message = slack.shown(Happenings.TEAM).getLast();

        ObjectNode press = Happenings.pressed(slack, message, "done:run-1");
        platform.tell("interactive", press);
        platform.tell("interactive", press);

        assertThat(platform.application().rows("SELECT text, message_id FROM inbox"))
                .containsExactly("done:run-1|" + message.ts());
    }

    @Test
    void filesAreNamedAndFetchedWithTheTokenFromSlackOnly() throws IOException {
        slack.hasFile("F1", "the notes".getBytes(StandardCharsets.UTF_8));
        platform.start();
        ObjectNode message = direct("").put("subtype", "file_share");
        message.putArray("files")
                .addObject()
                .put("id", "F1")
                .put("name", "notes.txt")
                .put("mimetype", "text/plain")
                .put("size", 9)
                .put("url_private", "https://evil.example/steal");

        platform.tell(EVENTS, Happenings.event(message));

        assertThat(platform.received()).hasSize(1);
        assertThat(platform.adapter().fetch("F1", 100)).asString().isEqualTo("the notes");
        assertThat(catchThrowable(() -> platform.adapter().fetch("F1", 3)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger");
        assertThat(catchThrowable(() -> platform.adapter().fetch("F404", 100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file_not_found");
    }

    /// So it is in channels that are shared with other companies.
    @Test
    void aFileOfWhichSlackTellsOnlyTheIdIsAskedFor() {
        slack.hasFile("F1", "the notes".getBytes(StandardCharsets.UTF_8));
        platform.start();
        ObjectNode message = direct("read this").put("subtype", "file_share");
        message.putArray("files")
                .add(file("F1").put("file_access", "check_file_info"))
                .add(file("F404").put("file_access", "check_file_info"));

        platform.tell(EVENTS, Happenings.event(message));

        assertThat(platform.application().rows("SELECT attachments FROM inbox"))
                .singleElement()
                .asString()
                .contains(
                        "\"name\":\"notes.txt\",\"mediaType\":\"text/plain\",\"bytes\":9",
                        "\"name\":\"F404\"");
    }

    private static ObjectNode file(String id) {
        return FakeSlack.object("{\"id\":\"" + id + "\"}");
    }

    @Test
    void onlySlacksOwnHostsAreGivenTheToken() {
        SlackHosts hosts = new SlackHosts(URI.create("https://slack.com"));

        assertThat(hosts.areSlacks(URI.create("https://files.slack.com/x"))).isTrue();
        assertThat(hosts.areSlacks(URI.create("http://files.slack.com/x"))).isFalse();
        assertThat(hosts.areSlacks(URI.create("https://slack.com.evil.org/x"))).isFalse();
        assertThat(hosts.areSlacks(URI.create("https://evilslack.com/x"))).isFalse();
        assertThat(hosts.areSlacks(URI.create("/relative"))).isFalse();
    }

    /// Slack wants its acknowledgement within three seconds, whoever speaks.
    @Test
    void aProfileThatIsNotToBeHadDelaysNothingForLong() {
        slack.answers("users.info", FakeSlack.Reply.serverError());
        platform.start();

        platform.tell(EVENTS, Happenings.direct("one"));
        platform.tell(EVENTS, Happenings.event(direct("two").put("user", "U404")));

        assertThat(platform.received())
                .containsExactly("one @DANNA/ by UANNA UANNA", "two @DANNA/ by U404 U404");
    }

    @Test
    void aProfileIsAskedForOnceAnHour() {
        platform.start();
        platform.tell(EVENTS, Happenings.direct("one"));
        platform.tell(EVENTS, Happenings.direct("two"));
        int before = slack.calls("users.info").size();

        platform.application().clock().advance(Duration.ofMinutes(61));
        platform.tell(EVENTS, Happenings.direct("three"));

        assertThat(before).isOne();
        Eventually.until(() -> slack.calls("users.info").size() == 2);
        assertThat(platform.received()).hasSize(3);
    }

    private static ObjectNode direct(String text) {
        return Happenings.message(Happenings.DIRECT, "im", text);
    }

    private static ObjectNode message(String text) {
        return Happenings.message(Happenings.TEAM, "channel", text);
    }

    private static ObjectNode inThread(String text, String thread) {
        return message(text).put("thread_ts", thread);
    }

    private static ObjectNode command(String command, String text) {
        return Happenings.command(Happenings.TEAM, command, text);
    }

    private static Part part(Destination destination, String text) {
        return SlackSendingTest.part("key", destination, text);
    }
}
