package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.Part;
import dev.carillon.gateway.chat.SendResult;
import dev.carillon.gateway.chat.discord.FakeDiscord.Reply;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Discord and its library do that one does not expect, as far as it is tested nowhere else;
/// the page of traps lists them all.
class DiscordTrapsTest {
    private static final String SEND = "POST channels/*/messages";
    private static final Destination CHANNEL = Destination.of("discord", Happenings.CHANNEL);

    private final DiscordPlatform platform = new DiscordPlatform();
    private final FakeDiscord discord = platform.discord();

    @AfterEach
    void close() {
        platform.close();
    }

    /// JDA lets a plain message call everybody.
    @Test
    void whatIsSentCallsNobody() {
        platform.adapter();

        send("k1", "@everyone and <@777>");

        assertThat(discord.shown().getLast().given().path("allowed_mentions").toString())
                .isEqualTo("{\"parse\":[]}");
    }

    /// JDA takes it for a ban of everything by the network in front of Discord.
    @Test
    void aLimitThatIsNotOfDiscordsOwnIsKeptAndTheConnectionStays() {
        ChatAdapter adapter = platform.adapter();
        discord.answers(
                SEND,
                new Reply(
                        429,
                        "<html><body>error code: 1015</body></html>",
                        false,
                        Map.of("Retry-After", "2", FakeDiscord.VIA, "")));

        SendResult result = send("k1", "one");

        assertThat(result)
                .isInstanceOfSatisfying(
                        SendResult.RateLimited.class,
                        limited ->
                                assertThat(limited.retryAfter())
                                        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        assertThat(adapter.health()).isEqualTo(new Health.Ready());
        discord.says(Happenings.CHANNEL, "still there?");
        Eventually.until(() -> platform.received().size() == 1);
    }

    /// Codes with which Discord closes a connection for good: JDA is silent from then on.
    @ParameterizedTest
    @ValueSource(ints = {4004, 4011, 4013, 4014})
    void aConnectionThatIsClosedForGoodIsTrouble(int code) {
        ChatAdapter adapter = platform.adapter();

        discord.gateway().closes(code, "closed");

        Eventually.until(() -> adapter.health() instanceof Health.Troubled);
        assertThat(adapter.canSend()).isFalse();
    }

    private SendResult send(String key, String text) {
        return platform.adapter()
                .send(
                        new Part(
                                key,
                                CHANNEL,
                                OutboundMessage.answer(
                                        text, TranscriptEntry.Origin.CHAT, List.of())));
    }
}
