package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.CarillonProcess;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A conversation on Discord with the built program as a process of its own.
class DiscordConversationIT {
    @TempDir private Path directory;

    @Test
    void theBuiltProgramMakesAReminderPutsItOffAndBringsItAgain() {
        DiscordConversationTest conversation = new DiscordConversationTest();
        try (conversation.discord;
                CarillonProcess process =
                        CarillonProcess.start(
                                directory, conversation.config(TestDatabase.SQLITE))) {
            conversation.converse();

            assertThat(process.api().get("api/v1/gateways").json().toString())
                    .doesNotContain("troubled");
        }
    }
}
