package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of bots.
class DiscordDoctorTest {
    @TempDir private Path directory;

    private final FakeDiscord discord = new FakeDiscord();

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void aBotIsNamedWithWhatItReads() throws IOException {
        assertThat(doctor(FakeDiscord.TOKEN, false))
                .containsPattern(
                        "ok +gateway +discord is Carillon on Discord; .*only what mentions");
        assertThat(doctor(FakeDiscord.TOKEN, true)).contains("reads everything it can see");
    }

    @Test
    void aWrongTokenIsAProblemAndIsNotShown() throws IOException {
        assertThat(doctor("a.very.secret", false))
                .containsPattern("problem +gateway +discord: Discord does not know the token")
                .doesNotContain("secret");
    }

    @Test
    void anIntentThatIsNotSwitchedOnIsAProblem() throws IOException {
        discord.gateway().allowsContent(false);

        assertThat(doctor(FakeDiscord.TOKEN, true))
                .containsPattern("problem +gateway .*Message Content Intent");
    }

    @Test
    void aDiscordThatCannotBeReachedIsAProblem() throws IOException {
        discord.close();

        assertThat(doctor(FakeDiscord.TOKEN, false)).containsPattern("problem +gateway .*api_url");
    }

    private String doctor(String token, boolean messageContent) throws IOException {
        Path config =
                Files.writeString(
                        directory.resolve("carillon.yaml"),
                        "gateways: {discord: {type: discord, token: '%s', api_url: '%s', message_content: %s}}\n"
                                .formatted(token, discord.address(), messageContent));
        return CommandRun.of(
                        "doctor",
                        "--config=" + config,
                        "--data=" + directory.resolve("data"),
                        "--server=http://127.0.0.1:1")
                .out();
    }
}
