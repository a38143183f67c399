package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.carillon.agent.command.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlashCommandsTest {
    @Test
    void everyCommandIsOneThatDiscordTakes() {
        ArrayNode commands = SlashCommands.all();

        assertThat(FormRules.commands(commands)).hasSize(Command.values().length);
        assertThat(commands.findValuesAsText("name"))
                .contains("remind", "schedules", "pause", "snooze", "timezone", "help");
    }

    @Test
    void theHashChangesWithTheCommands() {
        ArrayNode fewer = SlashCommands.all();
        fewer.remove(0);

        assertThat(SlashCommands.hash(SlashCommands.all()))
                .isEqualTo(SlashCommands.hash(SlashCommands.all()))
                .isNotEqualTo(SlashCommands.hash(fewer));
    }

    @ParameterizedTest
    @CsvSource({
        "remind, text, in 5 minutes to stretch, /remind in 5 minutes to stretch",
        "pause, until, monday, /pause until monday",
        "pause, until, until monday, /pause until monday",
        "snooze, for, 10 minutes, /snooze for 10 minutes",
        "snooze, for, until tomorrow, /snooze until tomorrow",
        "cancel, id, 2, /cancel 2",
        "timezone, zone, Europe/Berlin, /timezone Europe/Berlin",
    })
    void aCommandIsReadAsOneWouldTypeIt(String name, String option, String value, String typed) {
        assertThat(
                        SlashCommands.typed(
                                FakeDiscord.object(Happenings.command(name, option, value))
                                        .path("data")))
                .isEqualTo(typed);
    }

    @Test
    void optionsFollowEachOther() {
        String command = Happenings.command("pause", "id", "2", "until", "monday");

        assertThat(SlashCommands.typed(FakeDiscord.object(command).path("data")))
                .isEqualTo("/pause 2 until monday");
        assertThat(SlashCommands.typed(FakeDiscord.object(Happenings.command("help")).path("data")))
                .isEqualTo("/help");
    }
}
