package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of bots in Slack.
class SlackDoctorTest {
    @TempDir private Path directory;

    private final FakeSlack slack = new FakeSlack();

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void aBotIsNamedWithItsWorkspace() throws IOException {
        assertThat(doctor(FakeSlack.BOT_TOKEN, "app_token: " + FakeSlack.APP_TOKEN))
                .containsPattern("ok +gateway +slack is @carillon .*Acme.*Socket Mode");
    }

    @Test
    void aWrongTokenIsAProblemAndIsNotShown() throws IOException {
        assertThat(doctor("xoxb-very-secret", "app_token: xapp-very-secret"))
                .containsPattern("problem +gateway +slack: Slack does not accept the token")
                .doesNotContain("very-secret");
        assertThat(doctor(FakeSlack.BOT_TOKEN, "app_token: xapp-very-secret"))
                .containsPattern("problem +gateway +slack: app_token: Slack does not accept")
                .doesNotContain("very-secret");
    }

    @Test
    void missingScopesAreNamed() throws IOException {
        slack.grants("chat:write,commands");

        assertThat(doctor(FakeSlack.BOT_TOKEN, "signing_secret: s"))
                .containsPattern("warning +gateway +slack lacks the scopes .*channels:history");
    }

    @Test
    void aSlackThatCannotBeReachedIsAProblem() throws IOException {
        slack.close();

        assertThat(doctor(FakeSlack.BOT_TOKEN, "signing_secret: s"))
                .containsPattern("problem +gateway .*api_url");
    }

    private String doctor(String token, String mode) throws IOException {
        Path config =
                Files.writeString(
                        directory.resolve("carillon.yaml"),
                        "gateways: {slack: {type: slack, bot_token: %s, %s, api_url: '%s'}}\n"
                                .formatted(token, mode, slack.address()));
        return CommandRun.of(
                        "doctor",
                        "--config=" + config,
                        "--data=" + directory.resolve("data"),
                        "--server=http://127.0.0.1:1")
                .out();
    }
}
