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

    private String config(TestDatabase database) {
        return TestConfigs.on(database)
                + """
                gateways:
                  telegram:
                    type: telegram
                    token: %s
                    api_url: %s
                    debounce: 0s
                    access: {policy: open}
                    webhook:
                      url: https://bots.example.com%s
                      secret: %s
                """
                        .formatted(FakeBotApi.TOKEN, api.address(), PATH, SECRET);
    }

    private static String happens(String text) {
        return Happenings.said(text);
    }
}
