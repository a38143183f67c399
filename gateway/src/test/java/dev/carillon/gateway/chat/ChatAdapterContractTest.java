package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.gateway.chat.discord.DiscordPlatform;
import dev.carillon.gateway.chat.slack.SlackPlatform;
import dev.carillon.gateway.chat.telegram.TelegramPlatform;
import dev.carillon.gateway.chat.web.WebPlatform;
import dev.carillon.scheduler.Destination;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What [Delivery] relies on, for every adapter. A new adapter adds one line to the list.
@ParameterizedClass
@MethodSource("platforms")
public class ChatAdapterContractTest {
    @Parameter Supplier<Platform> factory;

    private Platform platform;

    static Stream<Supplier<Platform>> platforms() {
        return Stream.of(
                FakePlatform::new,
                WebPlatform::new,
                TelegramPlatform::new,
                DiscordPlatform::new,
                SlackPlatform::new);
    }

    @AfterEach
    void close() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void whatIsSentIsShownInOrder() {
        ChatAdapter adapter = open();

        SendResult first = adapter.send(part(adapter, "k1", "one"));
        SendResult second = adapter.send(part(adapter, "k2", "two"));

        assertThat(List.of(first, second))
                .allSatisfy(result -> assertThat(result).isInstanceOf(SendResult.Delivered.class))
                .doesNotHaveDuplicates();
        assertThat(platform.shown(chat(adapter))).containsExactly("one", "two");
    }

    @Test
    void aPartUnderTheSameKeyIsShownOnceWhereRepeatsAreRecognised() {
        ChatAdapter adapter = open();

        SendResult first = adapter.send(part(adapter, "k1", "one"));
        SendResult second = adapter.send(part(adapter, "k1", "one"));

        if (adapter.recognisesRepeats()) {
            assertThat(second).isEqualTo(first);
            assertThat(platform.shown(chat(adapter))).containsExactly("one");
        } else {
            // Some platforms recognise it for a while, which nobody relies on.
            assertThat(platform.shown(chat(adapter))).isNotEmpty().containsOnly("one");
        }
    }

    @Test
    void theLongestTextItNamesIsTaken() {
        ChatAdapter adapter = open();
        String text = "a".repeat(adapter.limits().textLength());

        SendResult result = adapter.send(part(adapter, "k1", text));

        assertThat(result).isInstanceOf(SendResult.Delivered.class);
        assertThat(platform.shown(chat(adapter))).containsExactly(text);
    }

    @Test
    void destinationsAreKeptApart() {
        ChatAdapter adapter = open();
        Destination other = Destination.of(adapter.gateway(), platform.chat("other"));

        adapter.send(part(adapter, "k1", "one"));

        assertThat(platform.shown(other)).isEmpty();
    }

    @Test
    void itMayBeClosedTwiceAndBeforeItsStart() {
        ChatAdapter adapter = open();

        adapter.close();
        adapter.close();

        assertThat(adapter.gateway()).isNotBlank();
    }

    private ChatAdapter open() {
        platform = factory.get();
        return platform.adapter();
    }

    private Destination chat(ChatAdapter adapter) {
        return Destination.of(adapter.gateway(), platform.chat("kitchen"));
    }

    private Part part(ChatAdapter adapter, String key, String text) {
        return new Part(
                key,
                chat(adapter),
                OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of()));
    }

    /// An adapter and what its platform shows.
    public interface Platform extends AutoCloseable {
        ChatAdapter adapter();

        /// The platform's id of a chat that goes by a name here.
        default String chat(String name) {
            return name;
        }

        List<String> shown(Destination destination);

        @Override
        void close();
    }

    private static final class FakePlatform implements Platform {
        private final FakeAdapter adapter = new FakeAdapter("fake", FakeAdapter.LIMITS, false);

        @Override
        public ChatAdapter adapter() {
            return adapter;
        }

        @Override
        public List<String> shown(Destination destination) {
            return adapter.shown(destination);
        }

        @Override
        public void close() {}
    }
}
