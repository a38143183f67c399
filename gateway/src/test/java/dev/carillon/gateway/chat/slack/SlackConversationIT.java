package dev.carillon.gateway.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.CarillonProcess;
import dev.carillon.scheduler.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A conversation in Slack with the built program as a process of its own.
class SlackConversationIT {
    @TempDir private Path directory;

    @Test
    void theBuiltProgramMakesAReminderPutsItOffAndBringsItAgain() {
        SlackConversationTest conversation = new SlackConversationTest();
        String config =
                conversation.config(TestDatabase.SQLITE, SlackConversationTest.socketMode());
        try (CarillonProcess process = CarillonProcess.start(directory, config)) {
            conversation.converse();

            assertThat(process.api().get("api/v1/gateways").json().toString())
                    .doesNotContain("troubled");
        } finally {
            conversation.close();
        }
    }
}
