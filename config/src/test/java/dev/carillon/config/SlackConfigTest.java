package dev.carillon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.config.GatewayConfig.Slack;
import dev.carillon.config.GatewayConfig.Threads;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackConfigTest {
    @TempDir Path directory;

    @Test
    void twoTokensAreEnough() {
        Slack slack = slack("bot_token: xoxb-abc, app_token: xapp-def");

        assertThat(slack.signingSecret()).isNull();
        assertThat(slack.apiUrl()).isEqualTo(URI.create("https://slack.com"));
        assertThat(slack.threads()).isEqualTo(Threads.FOLLOW);
        assertThat(slack.activation()).isEqualTo(Activation.REPLY);
        assertThat(slack.access().policy()).isEqualTo(AccessConfig.Policy.OPEN);
        assertThat(slack.toString()).doesNotContain("abc", "def");
    }

    /// Whoever knows no secret could sign for Slack.
    @Test
    void withoutASecretThereIsNoHttp() {
        assertThat(problems("bot_token: xoxb-abc"))
                .contains("exactly one of app_token, signing_secret is needed");
        assertThat(problems("bot_token: xoxb-abc, app_token: xapp-def, signing_secret: s"))
                .contains("exactly one of app_token, signing_secret is needed");
        assertThat(problems("bot_token: xoxb-abc, signing_secret: ''")).contains("not empty");
    }

    @Test
    void whatIsInTheWrongPlaceIsRefused() {
        assertThat(problems("bot_token: xapp-def, app_token: xoxb-abc"))
                .contains("begins with xoxb-", "begins with xapp-")
                .doesNotContain("def", "abc");
        assertThat(problems("bot_token: xoxb-a, app_token: xapp-b, access: {allow: ['@ann']}"))
                .contains("U012AB3CD");
        assertThat(problems("bot_token: xoxb-a, app_token: xapp-b, api_url: 'http://x/api/'"))
                .contains("scheme, host and port");
    }

    private Slack slack(String fields) {
        return (Slack)
                new ConfigFixture(directory)
                        .config(text(fields))
                        .gateways()
                        .get(new GatewayName("s"));
    }

    private String problems(String fields) {
        return String.join("\n", new ConfigFixture(directory).problems(text(fields)));
    }

    private static String text(String fields) {
        return "gateways: {s: {type: slack, " + fields + "}}\n";
    }
}
