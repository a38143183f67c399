package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The manifest that people paste must ask for what the code uses.
@SuppressWarnings("unchecked")
class SlackManifestTest {
    /// What Slack keeps for itself; one of them, and the whole manifest is refused.
    private static final Set<String> RESERVED =
            Set.of(
                    "/away",
                    "/collapse",
                    "/dnd",
                    "/expand",
                    "/feed",
                    "/invite",
                    "/join",
                    "/leave",
                    "/me",
                    "/msg",
                    "/mute",
                    "/open",
                    "/pro",
                    "/remind",
                    "/search",
                    "/shortcuts",
                    "/shrug",
                    "/status",
                    "/topic",
                    "/who");

    private Map<String, Object> manifest;

    @BeforeEach
    void read() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "slack-manifest.yaml"));
        manifest = new Yaml().load(text);
    }

    @Test
    void itListsTheCommandsThatAreUnderstoodAndNoneOfSlacksOwn() {
        List<Map<String, Object>> commands =
                (List<Map<String, Object>>) under("features").get("slash_commands");

        assertThat(commands)
                .extracting(command -> String.valueOf(command.get("command")))
                .containsExactlyElementsOf(SlackCommands.listed())
                .doesNotContainAnyElementsOf(RESERVED);
        assertThat(commands)
                .allSatisfy(command ->
                        assertThat(String.valueOf(command.get("description")))
                                .isNotBlank()
                                .hasSizeLessThanOrEqualTo(2000));
    }

    @Test
    void itAsksForTheScopesThatAreUsed() {
        Map<String, Object> scopes = (Map<String, Object>) under("oauth_config").get("scopes");

        assertThat((List<String>) scopes.get("bot")).containsExactlyElementsOf(Me.NEEDED);
    }

    @Test
    void itSubscribesToWhatIsRead() {
        Map<String, Object> events =
                (Map<String, Object>) under("settings").get("event_subscriptions");

        assertThat((List<String>) events.get("bot_events"))
                .contains(
                        "app_mention",
                        "message.channels",
                        "message.groups",
                        "message.im",
                        "message.mpim",
                        "app_uninstalled",
                        "tokens_revoked");
        assertThat(under("settings")).containsEntry("socket_mode_enabled", true);
        assertThat((Map<String, Object>) under("settings").get("interactivity"))
                .containsEntry("is_enabled", true);
    }

    private Map<String, Object> under(String key) {
        return (Map<String, Object>) manifest.get(key);
    }
}
