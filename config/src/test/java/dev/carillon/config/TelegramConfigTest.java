package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayConfig.Telegram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramConfigTest {
    @TempDir Path directory;

    @Test
    void aTokenIsEnough() {
        Telegram telegram = telegram("token: '123:abc'");

        assertThat(telegram.bot()).isEqualTo("123");
        assertThat(telegram.apiUrl()).isEqualTo(URI.create("https://api.telegram.org"));
        assertThat(telegram.activation()).isEqualTo(Activation.REPLY);
        assertThat(telegram.access().policy()).isEqualTo(AccessConfig.Policy.PAIRING);
        assertThat(telegram.buffer()).isEqualTo(20);
        assertThat(telegram.debounce()).isEqualTo(Duration.ofSeconds(1));
        assertThat(telegram.toString()).doesNotContain("abc");
    }

    /// Names can be given up and taken by another; and a token must not be repeated to anybody.
    @Test
    void namesAndWhatIsNoTokenAreRefused() {
        assertThat(problems("token: '123:abc', access: {allow: ['@ann']}"))
                .contains("numeric ids on Telegram");
        assertThat(problems("token: sesame")).contains("BotFather").doesNotContain("sesame");
        assertThat(problems("token: '1:a', api_url: 'http://localhost:8081/bots'"))
                .contains("scheme, host and port");
    }

    private Telegram telegram(String fields) {
        return (Telegram)
                new ConfigFixture(directory)
                        .config(text(fields))
                        .gateways()
                        .get(new GatewayName("t"));
    }

    private String problems(String fields) {
        return String.join("\n", new ConfigFixture(directory).problems(text(fields)));
    }

    private static String text(String fields) {
        return "gateways: {t: {type: telegram, " + fields + "}}\n";
    }
}
