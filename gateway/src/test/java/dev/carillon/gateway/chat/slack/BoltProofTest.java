package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.SlackSignature.Generator;
import dev.carillon.scheduler.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our fake of Slack is no better than what we believe of Slack. Slack's own library for Node, as
/// npm has it, talks to it here and exchanges messages, commands and presses.
class BoltProofTest {
    private static final Path PROJECT = Path.of("src", "test", "npm", "slack");

    private final FakeSlack slack = new FakeSlack().knows(Happenings.DIRECT, Happenings.TEAM);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private Process bolt;

    @BeforeEach
    void isThere() {
        assumeTrue(
                Files.exists(PROJECT.resolve("node_modules").resolve("@slack").resolve("bolt")),
                "@slack/bolt is not there; get it with: npm ci --prefix gateway/" + PROJECT);
        assumeTrue(hasNode(), "node is not there");
    }

    @AfterEach
    void close() throws InterruptedException {
        if (bolt != null) {
            bolt.destroy();
            bolt.waitFor(10, TimeUnit.SECONDS);
            bolt.destroyForcibly();
        }
        slack.close();
    }

    @Test
    void messagesCommandsAndPressesAreExchangedInSocketMode() {
        start(Map.of());
        heard("connected"::equals);

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

    @Test
    void mentionsRefusalsAndHistoryAreUnderstood() {
        start(Map.of());
        heard("connected"::equals);
        ObjectNode mention = Happenings.message(Happenings.TEAM, "channel", "<@UBOT> lunch?");
        mention.put("type", "app_mention");

        tell("events_api", Happenings.event(mention));
        tell("events_api", Happenings.direct("too long"));
        tell("events_api", Happenings.direct("history"));

        heard("mention <@UBOT> lunch?"::equals);
        heard("refused msg_too_long"::equals);
        heard("history 0"::equals);
    }

    @Test
    void itComesBackWhenItIsSentAwayOrCutOff() {
        start(Map.of());
        heard("connected"::equals);

        slack.sockets().disconnect("warning");
        Eventually.until(() -> slack.calls("apps.connections.open").size() >= 2);
        Eventually.until(() -> !slack.sockets().open().isEmpty());
        tell("events_api", Happenings.direct("hello"));

        shown("Hello <@UANNA>");
    }

    /// The signature that our tests make is the one that Slack's library demands.
    @Test
    void requestsSignedAsOursAreTakenOverHttp() throws IOException, InterruptedException {
        start(Map.of("HTTP_MODE", "true", "SLACK_SIGNING_SECRET", SlackPlatform.SECRET));
        String port = heard(line -> line.startsWith("listening ")).replaceFirst("\\D+", "");

        int right = post(port, SlackPlatform.SECRET, Happenings.direct("hello").toString());
        int wrong = post(port, "another", Happenings.direct("hello").toString());

        assertThat(right).isEqualTo(200);
        assertThat(wrong).isEqualTo(401);
        shown("Hello <@UANNA>");
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

    private String heard(Predicate<String> line) {
        Eventually.until(() -> said.stream().anyMatch(line));
        return said.stream().filter(line).findFirst().orElseThrow();
    }

    private static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(Map<String, String> more) {
        ProcessBuilder builder =
                new ProcessBuilder("node", "proof.mjs")
                        .directory(PROJECT.toFile())
                        .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
        environment.put("SLACK_API_URL", slack.address() + "/api/");
        environment.putAll(more);
        try {
            bolt = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(bolt.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException _) {
            said.add("(ended)");
        }
    }
}
