package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.ShowsProgress;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is shown on Discord while the agent works.
class DiscordProgressTest {
    private static final Destination CHANNEL = Destination.of("discord", Happenings.CHANNEL);

    private final DiscordPlatform platform = new DiscordPlatform();
    private final ChatAdapter adapter = platform.adapter();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void anAnswerGrowsInOneMessageWhichBecomesIt() {
        partial("turn-1", "The answer");
        Eventually.until(() -> shown().equals(List.of("The answer …")));
        partial("turn-1", "The answer is");
        Eventually.until(() -> shown().equals(List.of("The answer is …")));
        String id = platform.discord().shown().getLast().id();

        SendResult result = send("The answer is 42.");

        assertThat(result).isEqualTo(new SendResult.Delivered(id));
        assertThat(shown()).containsExactly("The answer is 42.");
        assertThat(platform.application().rows("SELECT destination FROM live_answer")).isEmpty();
    }

    /// What is not closed yet is shown as it was written.
    @Test
    void whatIsClosedSoFarLooksAsItWillInTheEnd() {
        partial("turn-1", "# Title\n\n**bold** and **bo");
        Eventually.until(() -> shown().equals(List.of("# Title\n\n**bold** and \\*\\*bo …")));

        partial("turn-1", "# Title\n\n**bold** and **bo**\n\n```js\nlet x = `1");

        Eventually.until(() ->
                shown().equals(
                                List.of(
                                        "# Title\n\n**bold** and **bo**\n\n"
                                                + "```js\nlet x = `1\n```\n\n…")));
    }

    /// The process dies when Discord has the message and we do not know its id yet: a turn that is
    /// run again goes on in it.
    @Test
    void aBeginningWhoseIdWasLostIsFoundAgain() {
        platform.discord()
                .losesAnswers(
                        "POST channels/*/messages",
                        () -> {
                            partial("turn-1", "The answer");
                            Eventually.until(() -> !shown().isEmpty());
                            platform.unstarted().close();
                        });

        ChatAdapter next = platform.restart(platform.settings());
        ((ShowsProgress) next).partial(CHANNEL, "turn-1", "The answer is");
        Eventually.until(() -> shown().equals(List.of("The answer is …")));

        assertThat(next.send(part("The answer is 42."))).isInstanceOf(SendResult.Delivered.class);
        assertThat(shown()).containsExactly("The answer is 42.");
    }

    @Test
    void anAnswerWhosePlaceIsGoneIsAMessageOfItsOwn() {
        partial("turn-1", "The answer");
        Eventually.until(() -> shown().size() == 1);
        platform.discord()
                .answers(
                        "PATCH channels/*/messages/*",
                        FakeDiscord.Reply.problem(404, 10008, "Unknown Message"));

        SendResult result = send("The answer is 42.");

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(shown()).containsExactly("The answer …", "The answer is 42.");
    }

    private void partial(String turn, String text) {
        ((ShowsProgress) adapter).partial(CHANNEL, turn, text);
    }

    private SendResult send(String text) {
        return adapter.send(part(text));
    }

    private static Part part(String text) {
        return new Part(
                "key-" + text.hashCode(),
                CHANNEL,
                OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of())
                        .ofTurn("turn-1"));
    }

    private List<String> shown() {
        return platform.shown(CHANNEL);
    }
}
