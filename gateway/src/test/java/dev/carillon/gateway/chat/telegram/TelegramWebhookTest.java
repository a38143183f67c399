package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Updates that Telegram brings instead of being asked for them.
class TelegramWebhookTest {
    private static final String SECRET = "a-long-secret_1";
    private static final String PATH = "/telegram/telegram/updates";

    private static final String WEBHOOK =
            """
                webhook:
                  url: https://bots.example.com%s
                  secret: %s
            """
                    .formatted(PATH, SECRET);

    @TempDir private Path directory;

    private final FakeBotApi api = new FakeBotApi().knows(Happenings.ANNA);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsBroughtIsTakenInOnceAndOnlyFromTelegram(TestDatabase database) {
        try (api;
                Carillon carillon = Carillon.start(TestConfigs.read(directory, config(database)))) {
            Eventually.until(() -> api.webhook().has("url"));
            int port = carillon.port();
            Eventually.until(() -> api.brings(port, PATH, SECRET, 1, happens("/help")) == 200);

            assertThat(api.brings(port, PATH, SECRET, 1, happens("/help"))).isEqualTo(200);
            assertThat(api.brings(port, PATH, "", 2, happens("/status"))).isEqualTo(401);
            assertThat(api.brings(port, PATH, SECRET + "x", 2, happens("/status"))).isEqualTo(401);
            assertThat(api.brings(port, "/telegram/other/updates", SECRET, 2, happens("/status")))
                    .isEqualTo(401);
            assertThat(api.brings(port, PATH, SECRET, 3, happens("/timezone"))).isEqualTo(200);

            Eventually.until(() ->
                    api.shown().stream()
                            .anyMatch(shown -> shown.text().contains("Your time zone")));
            assertThat(api.shown())
                    .as("brought twice, answered once; strangers not at all")
                    .hasSize(2);
            assertThat(api.webhook().path("url").asText())
                    .isEqualTo("https://bots.example.com" + PATH);
            assertThat(api.webhook().path("secret_token").asText()).isEqualTo(SECRET);
            assertThat(api.webhook().path("allowed_updates").asText())
                    .contains("message", "callback_query");
            assertThat(api.calls("getUpdates")).isEmpty();
        }
        assertThat(api.calls("deleteWebhook")).as("another replica may need it").isEmpty();
    }

    @Test
    void troubleOfTheWebhookIsShown() {
        api.webhookFails("Wrong response from the webhook: 502 Bad Gateway");
        try (api;
                Carillon carillon =
                        Carillon.start(TestConfigs.read(directory, config(TestDatabase.SQLITE)));
                HttpApi http = new HttpApi(carillon.port())) {
            Eventually.until(
                    () -> http.get("api/v1/gateways").json().toString().contains("troubled"));

            assertThat(http.get("api/v1/gateways").json().toString())
                    .contains("502 Bad Gateway", "check that it leads here over HTTPS")
                    .doesNotContain(SECRET);
        }
    }

    /// The operator takes the webhook out of the file again. What Telegram could not bring
    /// meanwhile is fetched.
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoGoesBackToFetchingNeedNotDoAnythingElse(TestDatabase database) {
        String fetching = fetching(database);
        try (api) {
            try (Carillon carillon =
                    Carillon.start(TestConfigs.read(directory, fetching + WEBHOOK))) {
                Eventually.until(() -> api.webhook().has("url"));
                assertThat(carillon.port()).isPositive();
            }
            api.happens(happens("/help"));
            try (Carillon carillon = Carillon.start(TestConfigs.read(directory, fetching))) {
                Eventually.until(() -> api.shown().size() == 1);
                assertThat(carillon.port()).isPositive();
            }
            assertThat(api.webhook().has("url")).isFalse();
            assertThat(api.calls("deleteWebhook"))
                    .singleElement()
                    .satisfies(call ->
                            assertThat(call.arguments().path("drop_pending_updates").asBoolean())
                                    .isFalse());
        }
    }

    /// Somebody else may still need it. When it is gone, all goes on by itself.
    @Test
    void aWebhookOfAnotherProgramIsLeftAloneAndNamed() {
        api.hasWebhook("https://other.example.org/secret-path");
        api.happens(happens("/help"));
        try (api;
                Carillon carillon =
                        Carillon.start(TestConfigs.read(directory, fetching(TestDatabase.SQLITE)));
                HttpApi http = new HttpApi(carillon.port())) {
            Eventually.until(
                    () -> http.get("api/v1/gateways").json().toString().contains("troubled"));

            assertThat(http.get("api/v1/gateways").json().toString())
                    .contains("a webhook at other.example.org", "not set from here")
                    .doesNotContain("secret-path");
            assertThat(api.calls("deleteWebhook")).isEmpty();
            api.hasWebhook("");
            Eventually.until(() -> api.shown().size() == 1);
        }
    }

    private String config(TestDatabase database) {
        return fetching(database) + WEBHOOK;
    }

    private String fetching(TestDatabase database) {
        return TestConfigs.on(database)
                + """
                gateways:
                  telegram:
                    type: telegram
                    token: %s
                    api_url: %s
                    debounce: 0s
                    access: {policy: open}
                """
                        .formatted(FakeBotApi.TOKEN, api.address());
    }

    private static String happens(String text) {
        return Happenings.said(text);
    }
}
