package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.HttpApi;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole conversations on Telegram, with the program as it is started by `serve`.
class TelegramConversationTest {
    @TempDir private Path directory;

    final FakeBotApi api = new FakeBotApi().knows(Happenings.ANNA);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReminderIsMadePutOffAndComesAgain(TestDatabase database) {
        try (api;
                Carillon carillon = Carillon.start(TestConfigs.read(directory, config(database)))) {
            converse();
            assertThat(carillon.port()).isPositive();
        }
    }

    /// A reminder is made, comes, is put off, and comes again.
    void converse() {
        api.happens(Happenings.said("remind me in 2 seconds to stretch"));
        FakeBotApi.Shown card = eventually(message -> message.text().contains("When:"));
        FakeBotApi.Shown reminder =
                eventually(message ->
                        message.text().contains("stretch") && !message.text().contains("When:"));

        api.happens(Happenings.pressed(reminder, reminder.code("Snooze 10 min")));
        FakeBotApi.Shown snoozed =
                eventually(message ->
                        message.id() == reminder.id() && !message.text().equals(reminder.text()));
        api.happens(Happenings.said("/snooze 1 second"));
        FakeBotApi.Shown again =
                eventually(message ->
                        message.id() > reminder.id()
                                && message.keyboard().toString().contains("Done"));

        assertThat(card.text()).contains("#1", "stretch", "Owner");
        assertThat(card.code("Cancel")).startsWith("cancel:");
        assertThat(snoozed.text()).startsWith(reminder.text());
        assertThat(snoozed.keyboard().toString()).doesNotContain("Snooze");
        assertThat(again.text()).contains("stretch");
        assertThat(api.calls("answerCallbackQuery")).hasSize(1);
    }

    /// A gateway whose token is wrong is the operator's trouble, not that of the other gateways.
    @Test
    void aWrongTokenKeepsNoOtherGatewayFromWorking() {
        String config =
                config(TestDatabase.SQLITE)
                        + """
                          revoked:
                            type: telegram
                            token: "99:revoked"
                            api_url: %s
                        """
                                .formatted(api.address());
        try (api;
                Carillon carillon = Carillon.start(TestConfigs.read(directory, config))) {
            api.happens(Happenings.said("/help"));

            FakeBotApi.Shown help = eventually(message -> message.text().contains("/remind"));

            assertThat(help.chat()).isEqualTo(Happenings.ANNA);
            try (HttpApi http = new HttpApi(carillon.port())) {
                Eventually.until(
                        () -> http.get("api/v1/gateways").json().toString().contains("troubled"));
                assertThat(http.get("api/v1/gateways").json().toString())
                        .contains("the token is wrong or was revoked", "gateways.revoked.token")
                        .doesNotContain("99:revoked");
                HttpApi.Response readiness = http.get("health/readiness");
                assertThat(readiness.status()).isEqualTo(200);
                assertThat(readiness.json().path("status").asText()).isEqualTo("DEGRADED");
            }
        }
    }

    /// What a new operator sees who gives nothing but the token.
    @Test
    void aStrangerIsLetInByACode() {
        String config = config(TestDatabase.SQLITE).replace("access: {policy: open}", "");
        try (api;
                Carillon carillon = Carillon.start(TestConfigs.read(directory, config));
                HttpApi http = new HttpApi(carillon.port())) {
            api.happens(Happenings.said("/help"));
            FakeBotApi.Shown told = eventually(message -> message.text().contains("/approve"));
            String code = told.text().replaceFirst("(?s).*/approve ([A-Z2-9]{6}).*", "$1");

            assertThat(http.get("api/v1/pairings").json().toString())
                    .contains(code, Happenings.ANNA);
            assertThat(http.post("api/v1/pairings/WRONG2/approve", "").status()).isEqualTo(404);
            assertThat(http.post("api/v1/pairings/" + code + "/approve", "").status())
                    .isEqualTo(200);
            eventually(message -> message.text().contains("You have been let in"));
            api.happens(Happenings.said("/help"));
            eventually(message -> message.text().contains("/remind"));
            assertThat(http.get("api/v1/pairings").json().toString()).doesNotContain(code);
        }
    }

    String config(TestDatabase database) {
        return TestConfigs.on(database)
                + """
                gateways:
                  web:
                    type: web
                  telegram:
                    type: telegram
                    token: %s
                    api_url: %s
                    debounce: 0s
                    access: {policy: open}
                """
                        .formatted(FakeBotApi.TOKEN, api.address());
    }

    private FakeBotApi.Shown eventually(Predicate<FakeBotApi.Shown> condition) {
        Eventually.until(() -> find(condition).size() > 0);
        return find(condition).getFirst();
    }

    private List<FakeBotApi.Shown> find(Predicate<FakeBotApi.Shown> condition) {
        return api.shown().stream().filter(condition).toList();
    }
}
