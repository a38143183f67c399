package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.SlackSignature.Generator;
import dev.carillon.gateway.chat.NodeProgram;
import dev.carillon.scheduler.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our fake of Slack is no better than what we believe of Slack. Slack's own library for Node, as
/// npm has it, talks to it here and exchanges messages, commands and presses.
class BoltProofTest {
    private final FakeSlack slack = new FakeSlack().knows(Happenings.DIRECT, Happenings.TEAM);

    @BeforeEach
    void isThere() {
        NodeProgram.assumeIsThere("slack", "@slack/bolt");
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void messagesCommandsAndPressesAreExchangedInSocketMode() {
        try (NodeProgram bolt = start(Map.of())) {
            bolt.prints("connected"::equals);

            tell("events_api", Happenings.direct("hello"));
            FakeSlack.Shown hello = shown("Hello <@UANNA>");
            tell("events_api", Happenings.direct("who am I"));
            shown("Anna in Europe/Lisbon");
            JsonNode answer =
                    tell(
                            "slash_commands",
                            Happenings.command(Happenings.DIRECT, "/carillon", "schedules"));
            ObjectNode press = Happenings.pressed(slack, hello, "v");
            ((ObjectNode) press.path("actions").get(0)).put("action_id", "press");
            tell("interactive", press);
            shown("pressed by UANNA");

            assertThat(answer.path("payload").path("text").asText()).isEqualTo("asked: schedules");
            assertThat(hello.value("Press")).isEqualTo("v");
            assertThat(slack.sockets().wrongs()).isEmpty();
        }
    }

    @Test
    void mentionsRefusalsAndHistoryAreUnderstood() {
        try (NodeProgram bolt = start(Map.of())) {
            bolt.prints("connected"::equals);
            ObjectNode mention = Happenings.message(Happenings.TEAM, "channel", "<@UBOT> lunch?");
            mention.put("type", "app_mention");

            tell("events_api", Happenings.event(mention));
            tell("events_api", Happenings.direct("too long"));
            tell("events_api", Happenings.direct("history"));

            bolt.prints("mention <@UBOT> lunch?"::equals);
            bolt.prints("refused msg_too_long"::equals);
            bolt.prints("history 0"::equals);
        }
    }

    @Test
    void itComesBackWhenItIsSentAwayOrCutOff() {
        try (NodeProgram bolt = start(Map.of())) {
            bolt.prints("connected"::equals);

            slack.sockets().disconnect("warning");
            Eventually.until(() -> slack.calls("apps.connections.open").size() >= 2);
            Eventually.until(() -> !slack.sockets().open().isEmpty());
            tell("events_api", Happenings.direct("hello"));

            shown("Hello <@UANNA>");
        }
    }

    /// The signature that our tests make is the one that Slack's library demands.
    @Test
    void requestsSignedAsOursAreTakenOverHttp() throws IOException, InterruptedException {
        try (NodeProgram bolt =
                start(Map.of("HTTP_MODE", "true", "SLACK_SIGNING_SECRET", SlackPlatform.SECRET))) {
            String port =
                    bolt.prints(line -> line.startsWith("listening ")).replaceFirst("\\D+", "");

            int right = post(port, SlackPlatform.SECRET, Happenings.direct("hello").toString());
            int wrong = post(port, "another", Happenings.direct("hello").toString());

            assertThat(right).isEqualTo(200);
            assertThat(wrong).isEqualTo(401);
            shown("Hello <@UANNA>");
        }
    }

    private static int post(String port, String secret, String body)
            throws IOException, InterruptedException {
        String now = String.valueOf(InstantSource.system().instant().getEpochSecond());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
                        .header("Content-Type", "application/json")
                        .header("X-Slack-Request-Timestamp", now)
                        .header("X-Slack-Signature", new Generator(secret).generate(now, body))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return response.statusCode();
    }

    private JsonNode tell(String type, JsonNode payload) {
        Eventually.until(() -> !slack.sockets().open().isEmpty());
        String envelope = slack.sockets().tell(type, payload, 0);
        Eventually.until(() -> slack.sockets().hasAcknowledged(envelope));
        return slack.sockets().acknowledged().stream()
                .filter(ack -> ack.path("envelope_id").asText().equals(envelope))
                .findFirst()
                .orElseThrow();
    }

    private FakeSlack.Shown shown(String text) {
        Predicate<FakeSlack.Shown> isIt = message -> message.text().equals(text);
        Eventually.until(() -> slack.shown(Happenings.DIRECT).stream().anyMatch(isIt));
        return slack.shown(Happenings.DIRECT).stream().filter(isIt).findFirst().orElseThrow();
    }

    private NodeProgram start(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
        environment.put("SLACK_API_URL", slack.address() + "/api/");
        return NodeProgram.start("slack", environment);
    }
}
