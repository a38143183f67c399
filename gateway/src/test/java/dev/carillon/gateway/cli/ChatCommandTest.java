package dev.carillon.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.cli.CommandRun.Going;
import dev.carillon.gateway.cli.CommandRun.Outcome;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChatCommandTest {
    @TempDir private static Path data;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLineFromAPipeIsSaidAndAnswered() {
        Outcome outcome = chat("pipe", "remind me in 2 hours to stretch\n");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("jo: remind me in 2 hours to stretch")
                .contains("agent: ", "⏰ #1", "text stretch", "zone Europe/Berlin", "!1 Pause");
    }

    /// Programs that read the output must not find anything but text in it.
    @Test
    void nothingSteersATerminalThatIsNone() {
        Outcome outcome = chat("plain", "remind me in 2 hours to stretch\n");

        assertThat(outcome.out()).contains("stretch").doesNotContain("\u001b", "\r");
    }

    @Test
    void whatSteersTerminalsIsNotSaidAndThePersonHearsWhy() {
        Outcome outcome = chat("steered", "remind me in 2 hours to \u001b[31mstretch\n");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("U+001B").doesNotContain("\u001b");
        assertThat(outcome.out()).doesNotContain("\u001b");
    }

    @Test
    void aReminderComesWhileTheChatIsOpenAndItsButtonIsPressed() throws Exception {
        try (PipedWriter keys = new PipedWriter()) {
            Going going = CommandRun.going(new PipedReader(keys), arguments("reminder"));
            keys.write("remind me in 1 second to breathe\n");
            keys.flush();
            going.out().await("agent ⏰ #1");
            going.out().await("!1 Done");

            keys.write("!1\n");
            keys.flush();
            going.out().await("→ ");
            keys.write("/quit\n");
            keys.flush();

            assertThat(going.outcome().exitCode()).isZero();
        }
    }

    @Test
    void aButtonOfTheAnswerIsPressedByTheNextLine() {
        Outcome outcome = chat("next", "remind me in 2 hours to stretch\n!1\n");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("→ Paused #1");
    }

    @Test
    void whatWasSaidBeforeIsShownOnce() {
        chat("history", "remind me in 2 hours to stretch\n");

        Outcome outcome = chat("history", "/schedules\n");

        assertThat(outcome.out()).containsOnlyOnce("jo: remind me in 2 hours to stretch");
        assertThat(outcome.out()).contains("jo: /schedules");
    }

    @Test
    void thereMustBeAButtonToPress() {
        Outcome outcome = chat("none", "!1\n");

        assertThat(outcome.err()).contains("there is no button to press");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void withoutAServerTheWayToStartOneIsTold() {
        Outcome outcome = CommandRun.of("chat", "--server=http://127.0.0.1:1");

        assertThat(outcome.err()).contains("no server answers", "./carillon serve");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void aWrongTimeToWaitHasExitCode2() {
        assertThat(CommandRun.of("chat", "--wait=soon").exitCode()).isEqualTo(2);
    }

    private static Outcome chat(String chat, String lines) {
        return CommandRun.withInput(new StringReader(lines), arguments(chat));
    }

    private static String[] arguments(String chat) {
        return new String[] {"chat", "--user=jo", "--chat=" + chat, "--server=" + server.address()};
    }
}
