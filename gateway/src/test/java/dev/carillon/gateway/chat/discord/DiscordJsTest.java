package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.scheduler.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Vouches for the fake: an unmodified discord.js connects to it and is content.
class DiscordJsTest {
    private static final Path HOME = Path.of("src/test/npm/discord");

    private final FakeDiscord discord = DiscordPlatform.fake();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private Process client;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(hasNode(), "node is not installed");
        assumeTrue(
                Files.isDirectory(HOME.resolve("node_modules/discord.js")),
                "discord.js is not installed: npm ci in " + HOME);
        ProcessBuilder node = new ProcessBuilder("node", "converse.js").directory(HOME.toFile());
        node.environment().put("API", discord.address() + "/api");
        node.environment().put("TOKEN", FakeDiscord.TOKEN);
        node.environment().put("NO_PROXY", "127.0.0.1");
        client = node.redirectErrorStream(true).start();
        Thread.ofVirtual().start(this::listen);
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.destroyForcibly();
        }
        discord.close();
    }

    @Test
    void discordJsConversesWithTheFake() throws InterruptedException {
        JsonNode ready = eventually("ready");
        discord.says(Happenings.CHANNEL, "hello");
        JsonNode sent = eventually("sent");
        discord.interacts(Happenings.CHANNEL, pressed(sent.path("id").asText()));
        JsonNode pressed = eventually("pressed");
        String asked =
                discord.interacts(
                        Happenings.CHANNEL, Happenings.command("remind", "text", "at 5 tea"));
        JsonNode command = eventually("command");
        discord.interacts(Happenings.CHANNEL, Happenings.types("remind", "text", "at"));
        JsonNode suggested = eventually("suggested");
        discord.says(Happenings.DIRECT, "mistakes");
        JsonNode mistakes = eventually("mistakes");

        assertThat(ready.path("name").asText()).isEqualTo("Carillon");
        assertThat(ready.path("commands").asInt()).isOne();
        assertThat(sent.path("text").asText()).isEqualTo("re: hello");
        assertThat(sent.path("buttons").asInt()).isOne();
        assertThat(pressed.path("text").asText()).isEqualTo("done");
        assertThat(command.path("text").asText()).isEqualTo("at 5 tea");
        assertThat(discord.answerTo(asked).path("data").path("content").asText())
                .isEqualTo("will do: at 5 tea");
        assertThat(suggested.path("typed").asText()).isEqualTo("at");
        assertThat(mistakes.path("tooLong").asText()).isEqualTo("400 50035");
        assertThat(mistakes.path("empty").asText()).isEqualTo("400 50006");
        assertThat(mistakes.path("unknown").asText()).isEqualTo("404 10003");

        discord.gateway().drops();
        discord.says(Happenings.CHANNEL, "while you were away");
        eventually("resumed");
        Eventually.until(() -> told.toString().contains("while you were away"));
        discord.says(Happenings.CHANNEL, "bye");

        assertThat(client.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told)
                .noneSatisfy(each -> assertThat(each.path("what").asText()).isEqualTo("error"));
        assertThat(discord.gateway().log()).containsExactly("IDENTIFY", "RESUME");
    }

    /// discord.js wants the message whole, as Discord sends it along.
    private String pressed(String messageId) {
        FakeDiscord.Shown message =
                discord.shown().stream()
                        .filter(each -> each.id().equals(messageId))
                        .findFirst()
                        .orElseThrow();
        var press = FakeDiscord.object(Happenings.pressed(messageId, message.code("Done")));
        press.set("message", message.whole());
        return press.toString();
    }

    private JsonNode eventually(String what) {
        try {
            Eventually.until(() -> find(what) != null);
        } catch (AssertionError e) {
            throw new AssertionError("no " + what + " in " + told, e);
        }
        return find(what);
    }

    private JsonNode find(String what) {
        return told.stream()
                .filter(each -> each.path("what").asText().equals(what))
                .findFirst()
                .orElse(null);
    }

    private void listen() {
        try (BufferedReader lines = client.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(
                        line.startsWith("{")
                                ? FakeDiscord.object(line)
                                : FakeDiscord.object("{}").put("what", "error").put("line", line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
