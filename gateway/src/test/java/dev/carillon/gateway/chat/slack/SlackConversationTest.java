package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.gateway.Carillon;
import dev.carillon.gateway.TestConfigs;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole conversations in Slack, with the program as it is started by `serve`.
class SlackConversationTest {
    private static final String CONVERSATION_CHANNEL = Happenings.DIRECT;

    @TempDir private Path directory;

    private final FakeSlack slack = new FakeSlack().knows(CONVERSATION_CHANNEL);

    @AfterEach
    void close() {
        slack.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReminderIsMadePutOffAndComesAgain(TestDatabase database) {
        try (Carillon carillon =
                Carillon.start(TestConfigs.read(directory, config(database, socketMode())))) {
            converse();
            assertThat(carillon.port()).isPositive();
        }
    }

    /// A reminder is made, comes, is put off, and comes again.
    void converse() {
        Eventually.until(() -> !slack.sockets().open().isEmpty());
        tell("events_api", Happenings.direct("remind me in 2 seconds to stretch"));
        FakeSlack.Shown card = eventually(message -> message.text().contains("When:"));
        FakeSlack.Shown reminder =
                eventually(message ->
                        message.text().contains("stretch") && !message.text().contains("When:"));

        tell("interactive", Happenings.pressed(slack, reminder, reminder.value("Snooze 10 min")));
        FakeSlack.Shown snoozed =
                eventually(message ->
                        message.ts().equals(reminder.ts()) && message.buttons().isEmpty());
        tell("slash_commands", Happenings.command(CONVERSATION_CHANNEL, "/snooze", "1 second"));
        FakeSlack.Shown again =
                eventually(message ->
                        message.ts().compareTo(reminder.ts()) > 0
                                && message.buttons().toString().contains("Done"));

        assertThat(card.text()).contains("#1", "stretch", "Owner", "Europe/Lisbon");
        assertThat(card.value("Cancel")).startsWith("cancel:");
        assertThat(snoozed.texts()).containsAll(reminder.texts());
        assertThat(again.text()).contains("stretch");
        assertThat(slack.sockets().wrongs()).isEmpty();
    }

    /// A gateway whose token is wrong is the operator's trouble, not that of the other gateways.
    @Test
    void aWrongTokenKeepsNoOtherGatewayFromWorking() {
        String config =
                config(TestDatabase.SQLITE, socketMode())
                        + """
                          revoked:
                            type: slack
                            bot_token: xoxb-revoked
                            app_token: xapp-revoked
                            api_url: %s
                        """
                                .formatted(slack.address());
        try (Carillon carillon = Carillon.start(TestConfigs.read(directory, config))) {
            Eventually.until(() -> !slack.sockets().open().isEmpty());
            tell("events_api", Happenings.direct("!help"));

            FakeSlack.Shown help = eventually(message -> message.text().contains("/remind"));

            assertThat(help.channel()).isEqualTo(CONVERSATION_CHANNEL);
            assertThat(carillon.port()).isPositive();
        }
    }

    String config(TestDatabase database, String mode) {
        return TestConfigs.on(database)
                + """
                gateways:
                  web:
                    type: web
                  slack:
                    type: slack
                    bot_token: %s
                    api_url: %s
                    debounce: 0s
                    %s
                """
                        .formatted(FakeSlack.BOT_TOKEN, slack.address(), mode);
    }

    static String socketMode() {
        return "app_token: " + FakeSlack.APP_TOKEN;
    }

    private void tell(String type, JsonNode payload) {
        String envelope = slack.sockets().tell(type, payload, 0);
        Eventually.until(() -> slack.sockets().hasAcknowledged(envelope));
    }

    private FakeSlack.Shown eventually(Predicate<FakeSlack.Shown> condition) {
        Eventually.until(() -> !find(condition).isEmpty());
        return find(condition).getFirst();
    }

    private List<FakeSlack.Shown> find(Predicate<FakeSlack.Shown> condition) {
        return slack.shown(CONVERSATION_CHANNEL).stream().filter(condition).toList();
    }
}
