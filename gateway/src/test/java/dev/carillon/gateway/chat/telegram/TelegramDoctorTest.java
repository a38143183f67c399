package dev.carillon.gateway.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of bots.
class TelegramDoctorTest {
    @TempDir private Path directory;

    private final FakeBotApi api = new FakeBotApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aBotIsNamed() throws IOException {
        assertThat(doctor(FakeBotApi.TOKEN))
                .containsPattern("ok +gateway +telegram is @CarillonBot .*privacy mode");
    }

    @Test
    void aWrongTokenIsAProblemAndIsNotShown() throws IOException {
        assertThat(doctor("99:very-secret"))
                .containsPattern("problem +gateway +telegram: Telegram does not know the token")
                .doesNotContain("very-secret");
    }

    /// With a webhook Telegram answers nobody who asks for updates.
    @Test
    void aWebhookIsAProblem() throws IOException {
        api.answers(
                "getWebhookInfo",
                FakeBotApi.Reply.ok(
                        "{\"url\":\"https://x.org/hook\",\"has_custom_certificate\":false,"
                                + "\"pending_update_count\":3}"));

        assertThat(doctor(FakeBotApi.TOKEN)).containsPattern("problem +gateway .*webhook");
    }

    @Test
    void aTelegramThatCannotBeReachedIsAProblem() throws IOException {
        api.close();

        assertThat(doctor(FakeBotApi.TOKEN)).containsPattern("problem +gateway .*api_url");
    }

    private String doctor(String token) throws IOException {
        Path config =
                Files.writeString(
                        directory.resolve("carillon.yaml"),
                        "gateways: {telegram: {type: telegram, token: '%s', api_url: '%s'}}\n"
                                .formatted(token, api.address()));
        return CommandRun.of(
                        "doctor",
                        "--config=" + config,
                        "--data=" + directory.resolve("data"),
                        "--server=http://127.0.0.1:1")
                .out();
    }
}
