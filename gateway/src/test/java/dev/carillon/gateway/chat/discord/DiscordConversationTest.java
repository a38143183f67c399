package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Carillon;
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

/// Whole conversations on Discord, with the program as it is started by `serve`.
class DiscordConversationTest {
    @TempDir private Path directory;

    final FakeDiscord discord = DiscordPlatform.fake();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReminderIsMadePutOffAndComesAgain(TestDatabase database) {
        try (discord;
                Carillon carillon = Carillon.start(TestConfigs.read(directory, config(database)))) {
            converse();
            assertThat(carillon.port()).isPositive();
        }
    }

    /// A reminder is made, comes, is put off, and comes again.
    void converse() {
        untilConnected();
        String asked =
                discord.interacts(
                        Happenings.CHANNEL,
                        Happenings.command("remind", "text", "in 2 seconds to stretch"));
        FakeDiscord.Shown card = eventually(message -> message.text().contains("When:"));
        FakeDiscord.Shown reminder =
                eventually(message ->
                        message.text().contains("stretch") && !message.text().contains("When:"));

        String pressed =
                discord.interacts(
                        Happenings.CHANNEL,
                        Happenings.pressed(reminder.id(), reminder.code("Snooze 10 min")));
        FakeDiscord.Shown snoozed =
                eventually(message ->
                        message.id().equals(reminder.id())
                                && !message.text().equals(reminder.text()));
        discord.interacts(Happenings.CHANNEL, Happenings.command("snooze", "for", "1 second"));
        FakeDiscord.Shown again =
                eventually(message ->
                        message.id().compareTo(reminder.id()) > 0
                                && message.components().toString().contains("Done"));

        assertThat(discord.answerTo(asked).path("data").path("content").asText())
                .isEqualTo("/remind in 2 seconds to stretch");
        assertThat(card.text()).contains("#1", "stretch", "Owner");
        assertThat(card.code("Cancel")).startsWith("cancel:");
        assertThat(snoozed.text()).startsWith(reminder.text());
        assertThat(snoozed.components()).isEmpty();
        assertThat(discord.answerTo(pressed).path("type").asInt()).isEqualTo(6);
        assertThat(again.text()).contains("stretch");
    }

    /// What is scheduled in a chat can be chosen there.
    @Test
    void schedulesAreSuggestedWhereTheyAre() {
        try (discord;
                Carillon carillon =
                        Carillon.start(TestConfigs.read(directory, config(TestDatabase.SQLITE)))) {
            untilConnected();
            discord.says(Happenings.DIRECT, "remind me every day at 9:00 to stretch");
            eventually(message -> message.text().contains("When:"));

            String here =
                    discord.interacts(Happenings.DIRECT, Happenings.types("cancel", "id", ""));
            String elsewhere =
                    discord.interacts(Happenings.CHANNEL, Happenings.types("cancel", "id", ""));

            Eventually.until(() -> discord.answerTo(here) != null);
            Eventually.until(() -> discord.answerTo(elsewhere) != null);
            assertThat(carillon.port()).isPositive();
            assertThat(discord.answerTo(here).path("data").path("choices").toString())
                    .contains("#1 stretch", "\"value\":\"1\"");
            assertThat(discord.answerTo(elsewhere).path("data").path("choices")).isEmpty();
        }
    }

    String config(TestDatabase database) {
        return TestConfigs.on(database)
                + """
                gateways:
                  web:
                    type: web
                  discord:
                    type: discord
                    token: %s
                    api_url: %s
                    gateway_url: %s
                    access:
                      policy: open
                """
                        .formatted(
                                FakeDiscord.TOKEN, discord.address(), discord.gateway().address());
    }

    private void untilConnected() {
        Eventually.until(() -> !discord.calls("PUT applications/*/commands").isEmpty());
    }

    private FakeDiscord.Shown eventually(Predicate<FakeDiscord.Shown> condition) {
        Eventually.until(() -> !find(condition).isEmpty());
        return find(condition).getFirst();
    }

    private List<FakeDiscord.Shown> find(Predicate<FakeDiscord.Shown> condition) {
        return discord.shown().stream().filter(condition).toList();
    }
}
