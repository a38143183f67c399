package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.agent.TranscriptEntry;
import dev.carillon.agent.lane.WorkSignals;
import dev.carillon.agent.outbox.OutboundMessage;
import dev.carillon.agent.outbox.Outbox;
import dev.carillon.agent.testing.LaneApplication;
import dev.carillon.gateway.chat.Deliveries;
import dev.carillon.scheduler.Destination;
import dev.carillon.scheduler.queue.QueueStore;
import dev.carillon.scheduler.store.Attention;
import dev.carillon.scheduler.store.RunStore;
import dev.carillon.scheduler.store.Transactions;
import dev.carillon.scheduler.testing.Eventually;
import dev.carillon.scheduler.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Two replicas on one PostgreSQL database and one bot.
class DiscordTakeOverTest {
    private static final Destination CHANNEL = Destination.of("discord", Happenings.CHANNEL);

    private final FakeDiscord discord = DiscordPlatform.fake();
    private final Map<String, Object> database = TestDatabase.POSTGRESQL.create();

    /// A replica that hangs, whose clock stands still, is replaced when its lease has run out, and
    /// lets go when it looks again.
    @Test
    void whoHoldsTheConnectionIsReplacedWithinHalfAMinute() {
        try (DiscordPlatform one = new DiscordPlatform(database, discord);
                DiscordPlatform two = new DiscordPlatform(database, discord);
                Deliveries ones = deliveries(one);
                Deliveries twos = deliveries(two)) {
            one.adapter();
            two.unstarted().start();
            ones.start();
            twos.start();
            say(two, "sent by the holder");
            Eventually.until(() -> one.shown(CHANNEL).size() == 1);
            assertThat(one.unstarted().canSend()).isTrue();
            assertThat(two.unstarted().canSend()).isFalse();
            assertThat(discord.gateway().count("IDENTIFY")).isOne();

            two.application().clock().advance(Duration.ofSeconds(30));

            DiscordPlatform.untilConnected(two.unstarted());
            Eventually.until(() -> !one.unstarted().canSend());
            say(one, "sent by the other");
            Eventually.until(() -> two.shown(CHANNEL).size() == 2);
            discord.says(Happenings.CHANNEL, "who hears me?");
            Eventually.until(() -> two.received().size() == 1);
        }
    }

    private static void say(DiscordPlatform platform, String text) {
        LaneApplication application = platform.application();
        OutboundMessage message =
                OutboundMessage.answer(text, TranscriptEntry.Origin.CHAT, List.of());
        application.run(() ->
                application
                        .bean(Outbox.class)
                        .addAll(
                                List.of(new Outbox.Posting(CHANNEL, message, null)),
                                application.clock().instant()));
    }

    private static Deliveries deliveries(DiscordPlatform platform) {
        LaneApplication application = platform.application();
        return new Deliveries(
                List.of(platform.unstarted()),
                application.bean(Outbox.class),
                application.bean(RunStore.class),
                application.bean(Attention.class),
                application.bean(QueueStore.class),
                application.bean(Transactions.class),
                application.bean(WorkSignals.class),
                application.clock());
    }
}
