package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.SlackSignature.Generator;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Slack sends over HTTP, to the program as it is started by `serve`, with a token for its
/// API.
class SlackHttpTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir private Path directory;

    private final FakeSlack slack = new FakeSlack().knows(Happenings.DIRECT);
    private final HttpClient client = HttpClient.newHttpClient();
    private Carillon carillon;

    @BeforeEach
    void start() {
        String config =
                """
                gateways:
                  slack:
                    type: slack
                    bot_token: %s
                    signing_secret: %s
                    api_url: %s
                    debounce: 0s
                  socket:
                    type: slack
                    bot_token: xoxb-other
                    app_token: %s
                    api_url: %s
                """
                        .formatted(
                                FakeSlack.BOT_TOKEN,
                                SlackPlatform.SECRET,
                                slack.address(),
                                FakeSlack.APP_TOKEN,
                                slack.address());
        carillon = Carillon.start(TestConfigs.read(directory, config));
        Eventually.until(
                () -> post("slack", JSON, "{\"type\":\"x\"}", 0, true).statusCode() != 503);
        Eventually.until(() ->
                post("slack", JSON, Happenings.direct("!timezone").toString(), 0, true).statusCode()
                        == 200);
        Eventually.until(() -> !slack.shown(Happenings.DIRECT).isEmpty());
    }

    @AfterEach
    void close() {
        carillon.close();
        slack.close();
    }

    @Test
    void anEventIsAcknowledgedAndAnsweredOnceThoughItIsSentTwice() {
        String event = Happenings.direct("!help").toString();
        int before = slack.shown(Happenings.DIRECT).size();

        HttpResponse<String> first = post("slack", JSON, event, 0, true);
        HttpResponse<String> second = post("slack", JSON, event, 0, true);
        post("slack", JSON, Happenings.direct("!status").toString(), 0, true);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        Eventually.until(() -> slack.shown(Happenings.DIRECT).size() == before + 2);
    }

    @Test
    void slacksQuestionWhetherThisIsTheRightAddressIsAnswered() {
        HttpResponse<String> response =
                post(
                        "slack",
                        JSON,
                        "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c-1\"}",
                        0,
                        true);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("c-1");
    }

    @Test
    void commandsAndPressesComeAsForms() {
        String command =
                form(Happenings.command(Happenings.DIRECT, "/carillon", "remind in 1h tea & co"));

        HttpResponse<String> response = post("slack", FORM, command, 0, true);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"in_channel\"", "<@UANNA>: /remind in 1h tea &amp; co");
        Eventually.until(() -> shows("When:"));
        FakeSlack.Shown card =
                slack.shown(Happenings.DIRECT).stream()
                        .filter(message -> message.text().contains("When:"))
                        .findFirst()
                        .orElseThrow();
        String press =
                "payload="
                        + encode(Happenings.pressed(slack, card, card.value("Cancel")).toString());

        assertThat(post("slack", FORM, press, 0, true).statusCode()).isEqualTo(200);
        Eventually.until(() -> shows("ancelled"));
    }

    /// Anybody can reach this address.
    @Test
    void whatSlackHasNotSignedIsRefused() {
        String event = Happenings.direct("let me in").toString();

        assertThat(post("slack", JSON, event, 0, false).statusCode()).isEqualTo(401);
        assertThat(send("slack", JSON, event, now(0), sign("---", now(0), event)).statusCode())
                .isEqualTo(401);
        assertThat(post("slack", JSON, event, -400, true).statusCode()).isEqualTo(401);
        assertThat(post("slack", JSON, event, 400, true).statusCode()).isEqualTo(401);
        assertThat(send("slack", JSON, event, "soon", "v0=x").statusCode()).isEqualTo(401);
    }

    @Test
    void onlyGatewaysWithASecretHaveAnAddress() {
        assertThat(post("socket", JSON, "{}", 0, true).statusCode()).isEqualTo(404);
        assertThat(post("nobody", JSON, "{}", 0, true).statusCode()).isEqualTo(404);
    }

    /// Anybody can send this. A status that a handler of ours answers must be thrown, not returned:
    /// returned from another thread it now and then sent Micronaut 4.10 into an endless loop that
    /// ended with the memory (micronaut-core 12940).
    @Test
    void whatComesToTheWrongAddressDoesNotStopTheServer() {
        String body = "{\"text\":\"" + "x".repeat(3_000) + "\"}";

        assertThat(
                        IntStream.range(0, 300)
                                .parallel()
                                .map(_ -> post("nobody", JSON, body, 0, true).statusCode()))
                .containsOnly(404);
        assertThat(post("slack", JSON, Happenings.direct("!help").toString(), 0, true).statusCode())
                .isEqualTo(200);
    }

    private boolean shows(String words) {
        return slack.shown(Happenings.DIRECT).stream()
                .anyMatch(message -> message.text().contains(words));
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String now(long off) {
        return String.valueOf(
                InstantSource.system().instant().plus(Duration.ofSeconds(off)).getEpochSecond());
    }

    private static String sign(String secret, String timestamp, String body) {
        return new Generator(secret).generate(timestamp, body);
    }

    private HttpResponse<String> post(
            String gateway, String type, String body, long off, boolean isSigned) {
        String timestamp = now(off);
        String signature = sign(isSigned ? SlackPlatform.SECRET : "guess", timestamp, body);
        return send(gateway, type, body, timestamp, signature);
    }

    private HttpResponse<String> send(
            String gateway, String type, String body, String timestamp, String signature) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/slack/%s/events"
                                                .formatted(carillon.port(), gateway)))
                        .header("Content-Type", type)
                        .header("X-Slack-Request-Timestamp", timestamp)
                        .header("X-Slack-Signature", signature)
                        .timeout(Duration.ofSeconds(10))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
