package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayConfig.Discord;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordConfigTest {
    @TempDir Path directory;

    @Test
    void aTokenIsEnoughAndNeedsNoIntent() {
        Discord discord = discord("token: 'MTIz.abc.secret'");

        assertThat(discord.apiUrl()).isEqualTo(URI.create("https://discord.com"));
        assertThat(discord.gatewayUrl()).isEqualTo("wss://gateway.discord.gg");
        assertThat(discord.messageContent()).isFalse();
        assertThat(discord.activation()).isEqualTo(Activation.REPLY);
        assertThat(discord.access().policy()).isEqualTo(AccessConfig.Policy.PAIRING);
        assertThat(discord.toString()).doesNotContain("secret");
    }

    @Test
    void namesAndWhatIsNoTokenOrAddressAreRefused() {
        assertThat(problems("token: a.b.c, access: {allow: ['ann']}"))
                .contains("take ids on Discord");
        assertThat(problems("token: sesame")).contains("three parts").doesNotContain("sesame");
        assertThat(problems("token: a.b.c, api_url: 'https://discord.com/api'"))
                .contains("scheme, host and port");
        assertThat(problems("token: a.b.c, gateway_url: 'https://gateway.discord.gg'"))
                .contains("wss://gateway.discord.gg");
    }

    /// Discord would show it next to nothing, and people would wonder.
    @Test
    void toAnswerEverythingItMustBeAllowedToReadIt() {
        assertThat(problems("token: a.b.c, activation: always")).contains("message_content: true");
        assertThat(discord("token: a.b.c, activation: always, message_content: true").activation())
                .isEqualTo(Activation.ALWAYS);
    }

    private Discord discord(String fields) {
        return (Discord)
                new ConfigFixture(directory)
                        .config(text(fields))
                        .gateways()
                        .get(new GatewayName("d"));
    }

    private String problems(String fields) {
        return String.join("\n", new ConfigFixture(directory).problems(text(fields)));
    }

    private static String text(String fields) {
        return "gateways: {d: {type: discord, " + fields + "}}\n";
    }
}
