package dev.carillon.gateway.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.GatewayConfig;
import dev.carillon.config.GatewayConfig.Activation;
import dev.carillon.gateway.LogLines;
import dev.carillon.gateway.chat.ChatAdapter;
import dev.carillon.gateway.chat.Health;
import dev.carillon.gateway.chat.discord.FakeDiscord.Reply;
import dev.carillon.scheduler.testing.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes wrong between Discord and us, and how it is got over.
class DiscordTroubleTest {
    private static final String ME = "GET users/@me";

    private final DiscordPlatform platform = new DiscordPlatform();
    private final FakeDiscord discord = platform.discord();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void itStartsWhileDiscordIsAway() {
        discord.answers(
                ME, Reply.cutAfterwards(), Reply.cutAfterwards(), Reply.problem(500, 0, "oops"));
        ChatAdapter adapter = platform.unstarted();

        adapter.start();
        Eventually.until(() -> adapter.health() instanceof Health.Troubled);

        assertThat(adapter.canSend()).isFalse();
        assertThat(adapter.health()).asString().doesNotContain("Exception", "dev.carillon");
        untilConnected(adapter, Duration.ofSeconds(2));
        discord.says(Happenings.CHANNEL, "one");
        Eventually.until(() -> platform.received().size() == 1);
    }

    /// It is not tried every second: what Discord holds against a bot is asking in vain.
    @Test
    void aTokenThatIsRefusedIsSaidPlainlyAndTriedAgainAfterFiveMinutes() {
        discord.answers(ME, Reply.problem(401, 0, "401: Unauthorized"));
        ChatAdapter adapter = platform.unstarted();
        adapter.start();
        Eventually.until(() -> adapter.health() instanceof Health.Troubled);

        platform.application().clock().advance(Duration.ofMinutes(4));

        assertThat(adapter.health())
                .isEqualTo(
                        new Health.Troubled(
                                "Discord refuses the token, which is wrong or was reset: put the"
                                        + " one from the page Bot of the application into"
                                        + " gateways.discord.token and start again"));
        assertThat(discord.calls(ME)).hasSize(1);
        untilConnected(adapter, Duration.ofMinutes(1));
    }

    /// It may be reset while the bot is connected.
    @Test
    void aConnectionClosedForItsTokenIsTrouble() {
        ChatAdapter adapter = platform.adapter();

        discord.gateway().closes(4004, "Authentication failed.");

        Eventually.until(() -> adapter.health() instanceof Health.Troubled);
        assertThat(adapter.health()).asString().contains("refuses the token");
        assertThat(adapter.canSend()).isFalse();
        untilConnected(adapter, Duration.ofMinutes(5));
    }

    @Test
    void anIntentThatIsNotSwitchedOnIsSaidWithTheWayOut() {
        discord.gateway().allowsContent(false);
        ChatAdapter adapter = platform.unstarted();

        adapter.start();

        Eventually.until(() -> adapter.health() instanceof Health.Troubled);
        assertThat(adapter.health())
                .asString()
                .contains("Message Content Intent", "developer portal", "message_content: false");
        discord.gateway().allowsContent(true);
        untilConnected(adapter, Duration.ofMinutes(5));
    }

    @Test
    void aDiscordThatRestartsIsFoundAgain() {
        ChatAdapter adapter = platform.adapter();
        discord.says(Happenings.CHANNEL, "one");
        Eventually.until(() -> platform.received().size() == 1);

        discord.gateway().goesAway();
        discord.gateway().forgetsSessions();
        platform.application().clock().advance(Duration.ofSeconds(30));
        Eventually.until(() -> adapter.health() instanceof Health.Troubled);
        discord.saysUnheard(Happenings.CHANNEL, "two");
        discord.gateway().open();

        DiscordPlatform.untilConnected(adapter);
        Eventually.until(() -> platform.received().size() == 2);
    }

    /// Whoever has the log only must know which of the gateways it is.
    @Test
    void theLossOfAConnectionAndItsEndAreSaidOnceInTheLog() {
        try (LogLines log = new LogLines(Shard.class, "lost: ");
                ChatAdapter adapter = platform.another("lost", platform.settings())) {
            adapter.start();
            Eventually.until(() -> adapter.health() instanceof Health.Ready);

            discord.gateway().goesAway();
            platform.application().clock().advance(Duration.ofSeconds(30));
            Eventually.until(() -> adapter.health() instanceof Health.Troubled);
            discord.gateway().open();
            untilConnected(adapter, Duration.ofMillis(1));

            assertThat(log.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("INFO lost: connected as the bot"),
                            line ->
                                    assertThat(line)
                                            .startsWith("WARN lost: no connection to Discord for")
                                            .contains("it is tried again all the time"),
                            line -> assertThat(line).startsWith("INFO lost: connected as the bot"));
        }
    }

    /// JDA has been seen to hang; then another instance takes its place.
    @Test
    void aConnectionThatIsNotMadeInThreeMinutesIsGivenUpAndMadeAnew() {
        ChatAdapter adapter = platform.adapter();
        int before = discord.calls(ME).size();
        discord.gateway().goesAway();
        Eventually.until(() -> {
            platform.application().clock().advance(Duration.ofSeconds(10));
            return adapter.health().toString().contains("no connection to Discord for");
        });

        discord.gateway().open();
        untilConnected(adapter, Duration.ofSeconds(5));

        assertThat(discord.calls(ME)).hasSizeGreaterThan(before);
    }

    @Test
    void whatWasMissedIsFetchedWhenDiscordCanAgain() {
        platform.adapter();
        discord.says(Happenings.CHANNEL, "one");
        discord.says("601", "elsewhere");
        Eventually.until(() -> platform.received().size() == 2);
        platform.unstarted().close();
        discord.saysUnheard(Happenings.CHANNEL, "two");
        discord.answers(
                "GET channels/*/messages",
                Reply.tooMany(3),
                Reply.problem(500, 0, "oops"),
                Reply.problem(403, 50001, "Missing Access"));

        platform.restart(platform.settings());
        discord.says(Happenings.CHANNEL, "three");
        discord.says("601", "elsewhere again");

        Eventually.until(() -> {
            platform.application().clock().advance(Duration.ofSeconds(1));
            return platform.received().size() >= 4;
        });
        assertThat(platform.received())
                .anySatisfy(text -> assertThat(text).startsWith("three"))
                .anySatisfy(text -> assertThat(text).startsWith("elsewhere again"));
    }

    @Test
    void aWrongTokenOfOneGatewayIsNotShown() {
        GatewayConfig.Discord wrong =
                platform.settings("a.very.secret", DiscordPlatform.OPEN, false, Activation.MENTION);

        try (ChatAdapter adapter = platform.another(wrong)) {
            adapter.start();
            Eventually.until(() -> adapter.health() instanceof Health.Troubled);

            assertThat(adapter.health()).asString().doesNotContain("secret");
        }
    }

    private void untilConnected(ChatAdapter adapter, Duration step) {
        Eventually.until(() -> {
            platform.application().clock().advance(step);
            return adapter.health() instanceof Health.Ready;
        });
    }
}
